export { FAIR_SHARE } from './attempt-deadline.ts';
export { type AttemptOutcome, attemptOutcomeOf } from './attempt-outcome.ts';
export { type Admission, type BreakerOptions, BreakerStateMachine } from './breaker-state-machine.ts';
export type { BreakerSnapshot, BreakerState, ChangeReason, CircuitBreaker } from './circuit-breaker.ts';
export { Deadline, type DeadlineOptions } from './deadline.ts';
export type { HedgingSnapshot } from './hedging.ts';
export { type Attempt, type CallScope, isRepeatable, type PolicyCall, type Repeatability } from './policy-call.ts';
export type {
  AttemptEnded,
  BreakerChanged,
  Hedged,
  HedgeRefusal,
  HedgeRefused,
  HedgeWon,
  PolicyObserver,
  RefusalCode,
  Rejected,
  Retried,
  RetryRefused,
  UnexpectedError,
} from './policy-observer.ts';
export { createRetryBudget, type RetryBudget, type RetryBudgetOptions } from './retry-budget.ts';
export { defaultServiceLimits, type ServiceLimits, serviceLimitsSchema } from './service-limits.ts';
export {
  createServicePolicy,
  type ServicePolicy,
  type ServicePolicyOptions,
  type ServicePolicySnapshot,
} from './service-policy.ts';
export type { Tunable } from './tunable.ts';
export { type Verdict, verdictOf } from './verdict.ts';
