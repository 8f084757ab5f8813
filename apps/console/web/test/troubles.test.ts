import type { ConsoleState } from '../../src/wire/index.ts';
import { sentenceOf } from '../page/headline/sentence.ts';
import { troublesOf } from '../page/headline/troubles.ts';
import { historyOf } from './script/histories.ts';
import { wellState, withApps } from './script/states.ts';
import { allDead, deadApp, deadPayment, manyTroubles, paymentHangs } from './script/troubled-states.ts';

const now = Date.UTC(2026, 0, 15, 3, 12, 44);
const { strips } = historyOf(now, 5, 0.41);

const sentences = (state: ConsoleState, seen = strips): readonly string[] =>
  troublesOf(state, seen).map((trouble) => sentenceOf(trouble, now).replaceAll('\u202F', ' '));

it('has nothing to say when all is well', () => expect(sentences(wellState(now))).toEqual([]));

it('names the service whose circuit is open, where, since when and why, then what people see of it', () => {
  expect(sentences(paymentHangs(now))).toEqual([
    'payment: circuit open in mobile-bff and web-bff since 12 s, mostly DOWNSTREAM_TIMEOUT, being probed in graphql-bff.',
    'Pages: 41 % of order pages are partial, for want of payment.',
    'payment: 1 fault switched on: hang since 16 s.',
  ]);
});

it('counts from when the circuit was last closed, not from the last probe', () => {
  const at = (ms: number) => new Date(now - ms).toISOString();
  const changes = [
    { at: at(400_000), state: 'open' as const, reason: null },
    { at: at(300_000), state: 'closed' as const, reason: null },
    { at: at(95_000), state: 'open' as const, reason: null },
    { at: at(20_000), state: 'half-open' as const, reason: null },
    { at: at(12_000), state: 'open' as const, reason: null },
  ];
  const seen = [{ app: 'mobile-bff', replica: 0, service: 'payment', changes }];
  expect(sentences(paymentHangs(now), seen)[0]).toContain('since 1 min 35 s');
});

it('names a dead process, and counts the circuits that are open for it as the same trouble', () => {
  expect(sentences(deadApp(now, 'web-bff'))).toEqual(['web-bff: process dead since 14 s.']);
  expect(sentences(deadPayment(now))[0]).toBe(
    'payment: process dead since 14 s, circuit open in mobile-bff, web-bff and graphql-bff.',
  );
  expect(sentences(deadPayment(now)).filter((sentence) => sentence.includes('circuit open in'))).toHaveLength(1);
});

it('says it once when nothing answers', () => {
  expect(sentences(allDead(now))).toEqual([
    'Nothing answers: all 7 processes are dead since 31 s, or the console cannot reach them. It goes on looking.',
  ]);
});

it('orders many troubles, those by a person and those around after those that hurt', () => {
  expect(sentences(manyTroubles(now)).map((sentence) => sentence.split(/ since| by|, /)[0])).toEqual([
    'payment: circuit open in 1 of 2 replicas of web-bff',
    'payment: isolated in mobile-bff',
    'Pages: 41 % of order pages are partial',
    'Redis: cannot be reached',
    'mobile-bff: its settings file is refused',
    'web-bff: 1 of 2 replicas not ready',
    'payment: 1 fault switched on: hang',
  ]);
});

it('names a service that fails although its circuit is still closed', () => {
  const state = withApps(wellState(now), (app) => ({
    ...app,
    calls: app.calls.map((call) =>
      call.service === 'inventory' && app.app === 'web-bff'
        ? {
            ...call,
            errorShare: 0.3,
            outcomes: { ok: 4, aborted: 9, DOWNSTREAM_BAD_RESPONSE: 1.5, DOWNSTREAM_TIMEOUT: 0.2 },
          }
        : call,
    ),
  }));
  expect(sentences(state)).toEqual(['inventory: 30 % of calls fail in web-bff, mostly DOWNSTREAM_BAD_RESPONSE.']);
});
