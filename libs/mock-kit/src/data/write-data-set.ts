import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSet } from './data-set.ts';

/**
 * Writes a data set in the form that `loadDataSet` reads, as a starting point for one's own. The directory is made if
 * need be. Throws when one of the files is there already: nobody's work is overwritten.
 */
export function writeDataSet(dataSet: DataSet, directory: string): void {
  mkdirSync(directory, { recursive: true });
  for (const part of ['users', 'orders', 'payments', 'products', 'stock'] as const) {
    const lines = dataSet[part]().map((entity) => `${JSON.stringify(entity)}\n`);
    writeFileSync(join(directory, `${part}.ndjson`), lines.join(''), { flag: 'wx' });
  }
}
