import { readMetrics } from '../../running/metrics-reading.ts';
import type { WholeSystem } from '../../running/whole-system.ts';
import type { Claims } from '../claims.ts';
import { pause, until } from '../pause.ts';
import { tokenOf } from './lasting-token.ts';
import { readPage } from './page-reading.ts';

const APP = 'mobile-bff';
/** The longest open time as shipped (30 s, after some doublings), and 2 s for the probes. A step is an hour. */
const LONGEST_OPEN_MS = 32_000;
/** For how long mobile-bff takes a profile to be fresh. */
const FRESH_MS = 10_000;
/** A page is promised within 800 ms; an hour would not fit in here. */
const GENEROUS_MS = 3000;

export interface StepOptions {
  readonly system: WholeSystem;
  readonly offMs: number;
  /** Valid at any of the times. */
  readonly lasting: string;
  readonly claims: Claims;
}

const QUARTER_HOUR_S = 900;

type Row = readonly [what: string, seen: string];

/** Steps the wall clock of a BFF while a circuit is open, a profile is fresh and a token is known, and looks at each. */
export async function stepClock({ system, offMs, lasting, claims }: StepOptions): Promise<readonly Row[]> {
  const order = `${system.publicUrl(APP)}/v1/orders/ord_20000`;
  const profile = `${system.publicUrl(APP)}/v1/profile`;
  const expect = (claim: boolean, what: string): void => claims.holds(claim, `clock off by ${offMs / 1000} s: ${what}`);
  const step = (ms: number): Promise<void> => system.order(APP, { probe: 'wall-clock', offMs: ms });
  const whole = (token: string) => async () => (await readPage(order, token)).complete;
  const ordinary = await tokenOf(system, 'usr_0001', QUARTER_HOUR_S);
  await until('the page is whole before the step', LONGEST_OPEN_MS, whole(ordinary));

  await readPage(profile, lasting);
  const callsBefore = await profileCalls(system);
  const bornAt = performance.now();
  const waitMs = await openPaymentCircuit(system, order, lasting);
  await step(offMs);

  const stepped = await readPage(order, lasting);
  const { code, retryAfterMs = 0 } = stepped.sections['payment'] ?? {};
  expect(code === 'DOWNSTREAM_CIRCUIT_OPEN', `the payment is ${code ?? 'ok'} though its circuit was open`);
  expect(retryAfterMs <= waitMs, `the circuit says ${retryAfterMs} ms, before the step ${waitMs} ms`);
  await readPage(profile, lasting);
  const isYoung = performance.now() - bornAt < FRESH_MS;
  const again = (await profileCalls(system)) - callsBefore;
  expect(!isYoung || again === 0, `a fresh profile was asked for ${again} times again`);

  const known = await readPage(order, ordinary);
  const fresh = await readPage(order, await tokenOf(system, 'usr_0001', QUARTER_HOUR_S));
  // Ahead, both are past their end. Behind, a new one is not valid yet; one that was checked lately is known to be good.
  expect(fresh.status === 401, `a new token is answered ${fresh.status}`);
  expect(offMs < 0 || known.status === 401, `a token past its end that was known is answered ${known.status}`);

  await system.clearFaults();
  const closedMs = await until('the circuit closes', LONGEST_OPEN_MS, whole(lasting));
  await system.setFault('payment', 'hang');
  const hung = await readPage(order, lasting);
  await system.clearFaults();
  expect(hung.status === 200 && hung.tookMs < GENEROUS_MS, `a hung service made the page ${hung.tookMs} ms long`);

  await pause(Math.max(0, bornAt + FRESH_MS + 500 - performance.now()));
  await system.setFault('user', 'error');
  const { ageSeconds = -1, status = 'fresh' } = (await readPage(profile, lasting)).sections['profile'] ?? {};
  await system.clearFaults();
  const trueAge = (performance.now() - bornAt) / 1000;
  expect(
    status === 'stale' && ageSeconds >= 0 && ageSeconds <= trueAge + 1,
    `a profile is ${status}, ${ageSeconds} s old`,
  );

  await step(0);
  await until('the page is whole when the clock is right again', LONGEST_OPEN_MS, whole(ordinary));
  return [
    ['open circuit', `stays open, for ${retryAfterMs} ms more; closed ${(closedMs / 1000).toFixed(1)} s later`],
    ['fresh profile', `${again} calls; stale once its 10 s are over, said to be ${ageSeconds} s old`],
    ['page with a hung service', `${Math.round(hung.tookMs)} ms, partial`],
    ['token that was known', String(known.status)],
    ['token made at the true time', String(fresh.status)],
  ];
}

/** Gives how long it says that it stays open. */
async function openPaymentCircuit(system: WholeSystem, order: string, token: string): Promise<number> {
  await system.setFault('payment', 'error');
  let waitMs = 0;
  await until('the circuit opens', 20_000, async () => {
    const { code, retryAfterMs = 0 } = (await readPage(order, token)).sections['payment'] ?? {};
    waitMs = retryAfterMs;
    return code === 'DOWNSTREAM_CIRCUIT_OPEN';
  });
  return waitMs;
}

async function profileCalls(system: WholeSystem): Promise<number> {
  const metrics = await readMetrics(system.adminUrl(APP));
  return metrics.sum('bff_cache_fetches_total', { page: 'profile', outcome: 'loaded' });
}
