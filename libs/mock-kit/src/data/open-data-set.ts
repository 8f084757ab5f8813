import type { DataSet } from './data-set.ts';
import { generateDataSet } from './generate-data-set.ts';
import { loadDataSet } from './load-data-set.ts';

export interface DataSetOptions {
  /** What generated data grow from. Default `defaultSeed`. Without effect on loaded data. */
  readonly seed?: number | undefined;
  /** A directory of NDJSON files to load instead of generating. */
  readonly dataDir?: string | undefined;
}

/** The loaded data set when there is a directory, else the generated one. */
export const openDataSet = ({ seed, dataDir }: DataSetOptions = {}): DataSet =>
  dataDir === undefined ? generateDataSet(seed) : loadDataSet(dataDir);
