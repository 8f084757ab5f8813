import { blockedLoop } from './blocked-loop/blocked-loop.ts';
import { clientAborts } from './client-aborts/client-aborts.ts';
import { clockStep } from './clock-step/clock-step.ts';
import { errorStorm } from './error-storm/error-storm.ts';
import { halfOpen } from './half-open/half-open.ts';
import { hedging } from './hedging/hedging.ts';
import { hungService } from './hung-service/hung-service.ts';
import { overload } from './overload/overload.ts';
import { recovery } from './recovery/recovery.ts';
import { redisOutage } from './redis-outage/redis-outage.ts';
import { rollingStops } from './rolling-stops/rolling-stops.ts';
import { soak } from './soak/soak.ts';
import { stampede } from './stampede/stampede.ts';
import type { Scenario } from './scenario.ts';

/** Everything that can be run, in the order of docs/reliability.md. */
export const scenarios: readonly Scenario[] = [
  clientAborts,
  rollingStops,
  hungService,
  errorStorm,
  halfOpen,
  recovery,
  stampede,
  clockStep,
  overload,
  blockedLoop,
  redisOutage,
  hedging,
  soak,
];
