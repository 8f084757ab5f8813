import type { Invariant } from '../invariant.ts';
import { abandonedLoadEnds, abortMovesNoBreaker } from './abort-invariants.ts';
import { openLetsNothingThrough, probesKept } from './breaker-invariants.ts';
import { attemptInTime, callRejectsTyped, noCallAfterDeadline } from './call-invariants.ts';
import { changeHasCause } from './change-has-cause.ts';
import { bulkheadKept, refusedIsNotSent, retryAfterKept } from './load-invariants.ts';
import { nothingLeft } from './nothing-left.ts';
import { openingIsDue } from './opening-is-due.ts';
import { closedOutcome, pageEndHasCause, pageInTime, sectionsEndOnce } from './page-invariants.ts';
import { hedgeBudgetKept, loserIsOutrun, retriesAllowed, retryBudgetKept } from './retry-invariants.ts';
import { answersStand, staleWhereAllowed } from './value-invariants.ts';

/**
 * What is watched in every schedule. Besides these, the simulator itself checks at the end that every breaker recovers
 * (`breaker-recovers`), that a page is whole again (`whole-again`), and that its own clock misses nothing (`drained`).
 */
export const allInvariants: readonly Invariant[] = [
  pageInTime,
  sectionsEndOnce,
  closedOutcome,
  pageEndHasCause,
  noCallAfterDeadline,
  attemptInTime,
  callRejectsTyped,
  abortMovesNoBreaker,
  abandonedLoadEnds,
  openLetsNothingThrough,
  probesKept,
  changeHasCause,
  openingIsDue,
  bulkheadKept,
  refusedIsNotSent,
  retryAfterKept,
  retriesAllowed,
  retryBudgetKept,
  hedgeBudgetKept,
  loserIsOutrun,
  staleWhereAllowed,
  answersStand,
  nothingLeft,
];
