import { judgeLeftovers } from './cell/leftovers.ts';
import type { Cell, CellResult } from './cell/cell-result.ts';
import type { DriverWatch } from './cell/driver-watch.ts';
import { type CellRun, runCell } from './cell/run-cell.ts';
import { type SystemUnderTest, startSystemUnderTest } from './cell/system-under-test.ts';
import type { Tempo } from './cell/tempo.ts';
import { readCpuTimes, waitingShare } from './cell/waiting-for-cpu.ts';
import type { Thresholds } from './cell/thresholds.ts';
import type { Visit } from './cell/visit.ts';
import type { Violation } from './oracle/checks.ts';
import type { PageSpec } from './pages/page-spec.ts';

export interface LaneOptions {
  readonly pages: readonly PageSpec[];
  readonly thresholds: Thresholds;
  readonly tempo: Tempo;
  readonly driver: DriverWatch;
  /** Runs one thing after the other, over all lanes: what is measured needs the machine for itself. */
  readonly alone: <Result>(task: () => Promise<Result>) => Promise<Result>;
}

/** With more waiting than this for each time of running, real time no longer says anything of the system. */
const BUSY_SHARE = 2;
const MOST_TRIES = 3;
/** Profiles and products are fresh for up to a minute. */
const NO_LONGER_FRESH_MS = 65_000;
/** Visitors who come back, each after that time. */
const FORMER_VISITORS = 8;

/** One whole system in which cells run one after the other. While it is quiet, another lane has the machine. */
export class Lane {
  readonly #options: LaneOptions;
  readonly #former: (readonly Visit[])[] = [];
  #sut: SystemUnderTest | undefined;

  constructor(options: LaneOptions) {
    this.#options = options;
  }

  /** Runs a cell, and again when it failed on a machine that was too busy. After the `last` one, what is left is counted. */
  async run(cell: Cell, last: boolean): Promise<CellResult> {
    const discarded: Violation[] = [];
    for (let tries = 1; ; tries += 1) {
      const result = { ...(await this.#try(cell, last)), tries, discarded };
      if (result.violations.length === 0 || result.waitingShare < BUSY_SHARE || tries === MOST_TRIES) return result;
      discarded.push(...result.violations);
    }
  }

  async close(): Promise<void> {
    await this.#sut?.close();
    this.#sut = undefined;
    this.#former.length = 0;
  }

  async #try(cell: Cell, last: boolean): Promise<Omit<CellResult, 'tries' | 'discarded'>> {
    const { alone, tempo } = this.#options;
    try {
      const sut = (this.#sut ??= await startSystemUnderTest(this.#options.pages, this.#options.thresholds));
      const { visits, ...run } = await alone(() => this.#underLoad(cell, sut));
      this.#keep(visits);
      const count = last || tempo.countEachTime;
      const left = count ? await judgeLeftovers(sut.system, sut.baseline) : [];
      const violations = [...run.violations, ...left, ...sut.output.judgeNew()];
      return { ...run, violations };
    } catch (error) {
      // What is left of the system says nothing any more.
      await this.close().catch(() => {});
      const got = error instanceof Error ? error.message.slice(0, 400) : String(error);
      const violation = { check: 'crashes', where: 'the run', expected: 'to come to its end', got } as const;
      const none = { answers: 0, slowestMs: {}, callRatio: 0, recoveredMs: 0, codes: {} };
      return { cell, ...none, violations: [violation], waitingShare: 0 };
    }
  }

  async #underLoad(cell: Cell, sut: SystemUnderTest): Promise<CellRun & Pick<CellResult, 'waitingShare'>> {
    const { pages, tempo, driver } = this.#options;
    const before = readCpuTimes(sut.system);
    const run = await runCell(cell, { sut, pages, tempo, driver, former: this.#takeFormer() });
    return { ...run, waitingShare: waitingShare(before, readCpuTimes(sut.system)) };
  }

  /** Somebody whose pages were last shown long enough ago, if there is one. */
  #takeFormer(): readonly Visit[] {
    const index = this.#former.findIndex((visits) =>
      visits.every(({ wholeAtMs = 0 }) => performance.now() - wholeAtMs > NO_LONGER_FRESH_MS),
    );
    return this.#former[index] ?? [];
  }

  #keep(visits: readonly Visit[]): void {
    if (this.#former.length < FORMER_VISITORS) this.#former.push(visits.slice(0, this.#options.pages.length));
  }
}
