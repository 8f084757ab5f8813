import type { Scenario } from './scenario.ts';

/** Everything that can be run, in the order of docs/reliability.md. */
export const scenarios: readonly Scenario[] = [];
