import type { Violation } from '../oracle/checks.ts';
import type { PageSpec } from '../pages/page-spec.ts';
import { countCalls } from './call-counts.ts';
import type { Cell, CellResult } from './cell-result.ts';
import type { DriverWatch } from './driver-watch.ts';
import { switchOff, switchOn } from './faults.ts';
import { type Healing, remember, watchHealing } from './heal.ts';
import { judgeCalls } from './judge-calls.ts';
import { judgeGivenUp } from './judge-given-up.ts';
import { judgeOpening, judgeOwnCodes } from './judge-own-codes.ts';
import { type JudgedPhase, judgeSamples } from './judge-samples.ts';
import type { Sample } from './steady-load.ts';
import { steadyLoad } from './steady-load.ts';
import type { SystemUnderTest } from './system-under-test.ts';
import type { Tempo } from './tempo.ts';
import type { Visit } from './visit.ts';

export interface CellContext {
  readonly sut: SystemUnderTest;
  readonly pages: readonly PageSpec[];
  readonly tempo: Tempo;
  readonly driver: DriverWatch;
  /** Visits from some time ago: what was kept of them is no longer fresh. */
  readonly former: readonly Visit[];
}

/** What a cell brought, but for what only shows when it has been quiet for a while. */
export interface CellRun extends Omit<CellResult, 'waitingShare' | 'tries' | 'discarded'> {
  readonly visits: readonly Visit[];
}

/** Warm, fault, heal: one row in one column, every page under steady load. */
export async function runCell(cell: Cell, context: CellContext): Promise<CellRun> {
  const { row, column } = cell;
  const { sut, pages, tempo, driver, former } = context;
  const { system, thresholds } = sut;
  const { load, length } = (tempo.manyCalls ? row.effort : undefined) ?? { load: 1, length: 1 };
  const come = async (count: number): Promise<readonly (readonly Visit[])[]> => {
    const visits: (readonly Visit[])[] = [];
    for (let comers = 0; comers < count; comers += 1) visits.push(await sut.newVisits());
    return visits;
  };
  const warm = await come(tempo.warmVisitors);
  const cold = await come(tempo.coldVisitors);

  const known = warm.flat();
  const warmSamples = await steadyLoad({
    visits: known,
    ratePerSecond: tempo.ratePerSecond,
    forMs: (known.length * 1000) / tempo.ratePerSecond,
    onSample: remember,
  });

  const before = await countCalls(system);
  await switchOn(system, row, column);
  const faultOnAtMs = performance.now();
  let faultSamples: readonly Sample[];
  let givenUp: readonly Violation[];
  let after: typeof before;
  try {
    const visits = [...alternating(cold, warm), ...former];
    faultSamples = await steadyLoad({
      visits,
      ratePerSecond: tempo.ratePerSecond * load,
      forMs: tempo.faultMs * length,
    });
    after = await countCalls(system);
    givenUp = await judgeGivenUp(system, column);
  } finally {
    await switchOff(system, row);
  }
  const faultMs = performance.now() - faultOnAtMs;
  const healing = await watchHealing({
    visits: [...cold.flat(), ...known, ...former],
    pageCount: pages.length,
    ratePerSecond: tempo.ratePerSecond,
    thresholds,
    faultMs,
    restMs: row.restMs ?? 0,
  });

  const phase = { row, column, faultOnAtMs, patience: thresholds.patience };
  const well = await judgeSamples(warmSamples, { ...phase, name: 'well' }, driver);
  const fault = await judgeSamples(faultSamples, { ...phase, name: 'fault' }, driver);
  const healed = await judgeSamples(healing.samples, { ...phase, name: 'healing' }, driver);
  const calls = judgeCalls(before, after, faultSamples, thresholds);
  return {
    cell,
    visits: known,
    violations: [
      ...well.violations,
      ...fault.violations,
      ...judgeOwnCodes(fault.samples, pages, row, column),
      ...(tempo.manyCalls ? judgeOpening(fault.samples, pages, row, column) : []),
      ...calls.violations,
      ...givenUp,
      ...healed.violations,
      ...judgeHealing(healing),
    ],
    answers: faultSamples.length,
    slowestMs: slowestOf(fault),
    callRatio: calls.ratio,
    recoveredMs: healing.recoveredMs,
    codes: codesOf(fault),
  };
}

/** First a visitor who is new, then one whose pages were shown before, and so on. */
const alternating = (cold: readonly (readonly Visit[])[], warm: readonly (readonly Visit[])[]): readonly Visit[] =>
  Array.from({ length: Math.max(cold.length, warm.length) }, (_, index) => [cold[index] ?? [], warm[index] ?? []]).flat(
    2,
  );

function judgeHealing({ recoveredMs, limitMs, whole }: Healing): readonly Violation[] {
  if (whole && recoveredMs <= limitMs) return [];
  const got = whole ? `after ${recoveredMs.toFixed(0)} ms` : `not after ${recoveredMs.toFixed(0)} ms`;
  return [{ check: 'recovery', where: 'all pages', expected: `whole within ${limitMs.toFixed(0)} ms`, got }];
}

function slowestOf({ samples }: JudgedPhase): CellResult['slowestMs'] {
  const slowest: Record<string, number> = {};
  for (const { sample, tookMs } of samples) {
    const { app } = sample.visit.page;
    slowest[app] = Math.max(slowest[app] ?? 0, tookMs);
  }
  return slowest;
}

function codesOf({ samples }: JudgedPhase): Record<string, number> {
  const codes: Record<string, number> = {};
  for (const { seen } of samples) {
    for (const { code } of Object.values(seen?.told ?? {})) codes[code] = (codes[code] ?? 0) + 1;
  }
  return codes;
}
