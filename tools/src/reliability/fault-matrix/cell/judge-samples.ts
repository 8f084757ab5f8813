import { setImmediate } from 'node:timers/promises';
import type { ServiceName } from '../../../running/whole-system.ts';
import type { Column } from '../columns.ts';
import type { Violation } from '../oracle/checks.ts';
import { judgeAnswer } from '../oracle/judge-answer.ts';
import type { Seen } from '../oracle/read-answer.ts';
import type { Situation } from '../oracle/situation.ts';
import { nameOf, pageBudgetMs } from '../pages/page-spec.ts';
import type { Row } from '../rows.ts';
import type { DriverWatch } from './driver-watch.ts';
import type { Sample } from './steady-load.ts';

export interface Phase {
  readonly name: Situation['phase'];
  readonly row: Row;
  readonly column: Column;
  /** On `performance.now()`. */
  readonly faultOnAtMs: number;
  /** How many times its budget a page may take. */
  readonly patience: number;
}

export interface JudgedSample {
  readonly sample: Sample;
  readonly seen: Seen | undefined;
  /** What the BFF took, the driver's own stalls taken off. */
  readonly tookMs: number;
}

export interface JudgedPhase {
  readonly samples: readonly JudgedSample[];
  readonly violations: readonly Violation[];
}

/** Judges every answer of a phase, each against its visit's whole page. */
export async function judgeSamples(
  samples: readonly Sample[],
  { name, row, column, faultOnAtMs, patience }: Phase,
  watch: DriverWatch,
): Promise<JudgedPhase> {
  const faulted: ReadonlySet<ServiceName> = new Set(column.services);
  const violations: Violation[] = [];
  const judged: JudgedSample[] = [];
  for (const [index, sample] of samples.entries()) {
    const { visit, answer, wholeMsAgo } = sample;
    const sinceFaultMs = answer.dueAtMs - faultOnAtMs;
    const situation: Situation = { phase: name, row, faulted, sinceFaultMs, wholeMsAgo };
    const body = answer.body?.toString() ?? '';
    const judgement = judgeAnswer(visit.page, { ...answer, body }, situation, visit.whole);
    const tookMs = answer.tookMs - watch.stalledMs(answer.dueAtMs, answer.dueAtMs + answer.tookMs);
    violations.push(...judgement.violations, ...judgeTime(sample, tookMs, patience));
    judged.push({ sample, seen: judgement.seen, tookMs });
    // Another system may be under load by this process meanwhile.
    if (index % 4 === 0) await setImmediate();
  }
  return { samples: judged, violations };
}

function judgeTime({ visit: { page } }: Sample, tookMs: number, patience: number): readonly Violation[] {
  const budgetMs = pageBudgetMs[page.app] * patience;
  if (tookMs <= budgetMs) return [];
  return [{ check: 'latency', where: nameOf(page), expected: `within ${budgetMs} ms`, got: `${tookMs.toFixed(0)} ms` }];
}
