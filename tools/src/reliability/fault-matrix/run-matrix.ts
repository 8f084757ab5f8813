import { DriverWatch } from './cell/driver-watch.ts';
import type { Cell, CellResult } from './cell/cell-result.ts';
import type { Tempo } from './cell/tempo.ts';
import type { Thresholds } from './cell/thresholds.ts';
import { Lane } from './lane.ts';
import type { PageSpec } from './pages/page-spec.ts';

export interface MatrixRun {
  readonly cells: readonly Cell[];
  readonly pages: readonly PageSpec[];
  readonly thresholds: Thresholds;
  readonly tempo: Tempo;
  /** Whole systems at once. While one of them is quiet, so that what is left can be counted, the next has its turn. */
  readonly lanes: number;
  /** Let all lanes be under load together: faster, and for figures that nobody compares. */
  readonly together?: boolean;
  readonly onResult?: (result: CellResult, done: number) => void;
}

/** Runs cells and gives their results in the order of the cells. */
export async function runMatrix(options: MatrixRun): Promise<readonly CellResult[]> {
  const { cells, pages, thresholds, tempo, together = false, onResult } = options;
  const driver = new DriverWatch();
  const alone = together ? <Result>(task: () => Promise<Result>): Promise<Result> => task() : oneAfterTheOther();
  const results = new Map<Cell, CellResult>();
  const waiting = [...cells];
  const work = async (): Promise<void> => {
    const lane = new Lane({ pages, thresholds, tempo, driver, alone });
    try {
      for (let cell = waiting.shift(); cell; cell = waiting.shift()) {
        const result = await lane.run(cell, waiting.length === 0);
        results.set(cell, result);
        onResult?.(result, results.size);
      }
    } finally {
      await lane.close();
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(options.lanes, cells.length) }, work));
  } finally {
    driver.stop();
  }
  return cells.flatMap((cell) => results.get(cell) ?? []);
}

function oneAfterTheOther(): <Result>(task: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => {});
    return result;
  };
}
