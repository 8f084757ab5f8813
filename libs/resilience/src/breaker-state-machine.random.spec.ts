import { VirtualClock, seededRandom } from '@bff/testing';
import { limitsWith } from '../test/policy-fixture.ts';
import { BreakerStateMachine } from './breaker-state-machine.ts';
import type { Verdict } from './verdict.ts';

const SCHEDULES = 300;
const STEPS = 400;

interface Flight {
  readonly period: number;
  readonly endsAt: number;
  readonly durationMs: number;
  readonly verdict: Verdict;
  readonly probe: boolean;
}

/**
 * Plays one random schedule: calls that start and end at random times with random verdicts, a service that is ill and
 * well by turns, operators. Returns everything that the breaker did.
 */
function play(seed: number, { steppingWallClock }: { steppingWallClock: boolean }) {
  const random = seededRandom(seed);
  const wallClockRandom = seededRandom(seed + 1);
  const clock = new VirtualClock();
  const limits = limitsWith({
    breaker: { probes: 1 + Math.floor(random() * 4), minimumCalls: 5, consecutiveFailures: 4, openJitter: 0.2 },
  });
  const log: string[] = [];
  const breaker = new BreakerStateMachine({
    limits: () => limits,
    clock,
    random,
    onChange: ({ from, to, reason }) => log.push(`${clock.now().toFixed(3)} ${from} -> ${to} (${reason})`),
  });
  let flights: Flight[] = [];
  let mostProbes = 0;
  let phase = 0;
  let probesInPhase = 0;

  const land = (): void => {
    const landed = flights.filter(({ endsAt }) => endsAt <= clock.now());
    flights = flights.filter(({ endsAt }) => endsAt > clock.now());
    for (const { period, verdict, durationMs, probe } of landed) {
      if (probe && verdict === 'neutral' && period === phase) probesInPhase -= 1;
      breaker.settle(period, verdict, durationMs, verdict === 'failure' ? 'DOWNSTREAM_TIMEOUT' : undefined);
    }
  };

  const call = (verdict: Verdict, longestMs: number): void => {
    const admission = breaker.admit();
    log.push(`${clock.now().toFixed(3)} ${admission.granted ? 'sent' : `refused ${admission.retryAfterMs}`}`);
    if (!admission.granted) return;
    const probe = breaker.state === 'half-open';
    if (probe) {
      if (admission.period !== phase) probesInPhase = 0;
      phase = admission.period;
      probesInPhase += 1;
      mostProbes = Math.max(mostProbes, probesInPhase - limits.breaker.probes);
    }
    const durationMs = random() * longestMs;
    flights.push({ period: admission.period, endsAt: clock.now() + durationMs, durationMs, verdict, probe });
  };

  for (let step = 0; step < STEPS; step += 1) {
    clock.advance(random() < 0.02 ? random() * 60_000 : random() * 200);
    if (steppingWallClock && wallClockRandom() < 0.2) clock.stepWallTime((wallClockRandom() - 0.5) * 7_200_000);
    land();
    if (random() < 0.005) breaker.isolate();
    if (random() < 0.02) breaker.close();
    const ill = Math.floor(step / 50) % 2 === 1;
    const draw = random();
    call(draw < 0.2 ? 'neutral' : draw < (ill ? 0.9 : 0.25) ? 'failure' : 'success', limits.attemptMs);
  }

  // From here on the service is well and quick, nobody isolates, and calls keep coming: it must close. What was sent
  // before may still fail, once.
  if (breaker.state === 'isolated') breaker.close();
  const wellSince = clock.now();
  while (breaker.state !== 'closed' && clock.now() - wellSince < 600_000) {
    clock.advance(50);
    land();
    call('success', limits.breaker.slowCallMs);
  }
  return { log, excessProbes: mostProbes, recoveredAfterMs: clock.now() - wellSince, state: breaker.state, limits };
}

describe(`${SCHEDULES} random schedules of calls, illnesses and operators`, () => {
  const seeds = Array.from({ length: SCHEDULES }, (_, seed) => seed * 7919);

  it('never let more probes through than allowed', () => {
    const played = seeds.map((seed) => play(seed, { steppingWallClock: false }));
    expect(played.map(({ excessProbes }) => excessProbes)).toEqual(seeds.map(() => 0));
    // Else the schedules would prove nothing.
    const halfOpened = played.filter(({ log }) => log.some((line) => line.includes('-> half-open')));
    expect(halfOpened.length).toBeGreaterThan(SCHEDULES * 0.9);
  });

  it('always recover when the service is well: within two of the longest open times', () => {
    for (const seed of seeds) {
      const { state, recoveredAfterMs, limits } = play(seed, { steppingWallClock: false });
      expect({ seed, state }).toEqual({ seed, state: 'closed' });
      expect(recoveredAfterMs).toBeLessThan(2 * limits.breaker.maxOpenMs + 2_000);
    }
  });

  it('go the very same way when the wall clock is stepped about', () => {
    for (const seed of seeds) {
      expect(play(seed, { steppingWallClock: true }).log).toEqual(play(seed, { steppingWallClock: false }).log);
    }
  });
});
