import { DownstreamError } from '@bff/errors';
import { Deadline } from '@bff/resilience';
import { callService } from './call-service.ts';
import { type ServiceName, serviceNames } from './records.ts';
import { type Mood } from './reply.ts';
import type { World } from './world.ts';

/** At once: never slow, and within every attempt's limit. */
const well: Mood = { name: 'well', kinds: { ok: 1 }, leastMs: 0, mostMs: 0 };

/** What refusals round up to, once for each. */
const ROUNDING_MS = 2;

/**
 * Every service is well from now on, nobody isolates it, and calls come when refusals say that they may. Its circuit must
 * be closed after what is left of the `Retry-After` or of the open time, and one more open time at most: probes that were
 * slow before may open it once more.
 */
export function recoverAll(world: World): void {
  world.loadersHang = false;
  for (const service of serviceNames) {
    world.services[service].mood = well;
    if (world.state(service) === 'isolated') {
      world.tell('operatorActs', { service, act: 'close' });
      world.policies[service].breaker.close();
    }
    void recover(world, service);
  }
}

async function recover(world: World, service: ServiceName): Promise<void> {
  const { clock } = world;
  const { maxOpenMs, probes } = world.limits(service).breaker;
  const { rateLimitedForMs, breaker } = world.snapshot(service);
  const openMs = breaker.openUntil === undefined ? 0 : breaker.openUntil - clock.date;
  const latest = clock.time + Math.max(rateLimitedForMs, openMs) + maxOpenMs + 4 * ROUNDING_MS + world.latenessMs;
  const mostCalls = 2 * probes + 4;
  const from = world.state(service);
  if (from !== 'closed') world.counts.add(`recovery: from ${from}`);
  for (let calls = 0; world.state(service) !== 'closed'; calls += 1) {
    if (clock.time > latest || calls > mostCalls) {
      const left = `after ${calls} calls it is ${world.state(service)} at ${clock.time} ms`;
      world.fail('breaker-recovers', `${service} is well, was ${from}, and must be closed by ${latest} ms; ${left}`);
      return;
    }
    const waitMs = await callOnce(world, service);
    if (waitMs > 0) await new Promise<void>((resolve) => clock.at(clock.time + waitMs, resolve));
  }
}

/** Milliseconds after which the next call makes sense, by what a refusal says. */
async function callOnce(world: World, service: ServiceName): Promise<number> {
  const deadline = Deadline.after(1000, { clock: world.clock });
  try {
    await callService(world, { page: undefined, deadline, service, operation: 'recover' });
    return 0;
  } catch (error) {
    if (error instanceof DownstreamError && error.retryAfterMs !== undefined) return error.retryAfterMs;
    world.fail('breaker-recovers', `${service} is well, and a call ended with ${String(error)}`);
    return 1;
  } finally {
    deadline.dispose();
  }
}
