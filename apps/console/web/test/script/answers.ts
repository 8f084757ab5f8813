import type { Acts, FaultsView, LoadState, LoadView, WhatIfAnswer } from '../../../src/wire/index.ts';
import type { ScriptedAnswer } from './scripted-console.ts';

const fromTo = (now: number) => ({ from: new Date(now - 300_000).toISOString(), to: new Date(now).toISOString() });

/** With a lower threshold the circuit would have opened earlier and once more. */
export const whatIf = (now: number): WhatIfAnswer => {
  const at = (ms: number) => new Date(now - ms).toISOString();
  const reason = 'failure-ratio';
  return {
    replicas: [
      {
        replica: 0,
        adminUrl: 'http://127.0.0.1:9001',
        whatIf: {
          service: 'payment',
          ...fromTo(now),
          calls: 3604,
          pages: 2210,
          current: {
            openings: [{ at: at(12_000), reason, openForMs: 12_000 }],
            refusedCalls: 70,
            degradedPages: 94,
            degradedShare: 0.043,
          },
          proposed: {
            openings: [
              { at: at(188_000), reason, openForMs: 5000 },
              { at: at(14_000), reason, openForMs: 14_000 },
            ],
            refusedCalls: 141,
            degradedPages: 152,
            degradedShare: 0.069,
          },
          unknownCalls: 12,
        },
      },
    ],
    problems: [],
  };
};

export const acts = (now: number): Acts => ({
  acts: [
    {
      app: 'mobile-bff',
      service: 'payment',
      act: 'isolate',
      by: 'usr_0042',
      reason: 'ledger repair',
      changes: [],
      at: new Date(now - 95_000).toISOString(),
      replicas: ['http://127.0.0.1:9001'],
    },
    {
      app: 'web-bff',
      service: null,
      act: 'tune',
      by: 'usr_0007',
      reason: null,
      changes: [{ path: 'services.payment.attemptMs', from: 500, to: 450 }],
      at: new Date(now - 180_000).toISOString(),
      replicas: ['http://127.0.0.1:9002'],
    },
  ],
  problems: [],
});

export const faults: FaultsView = {
  kinds: [
    { kind: 'latency', does: 'answers as usual, but later', ms: 1000, msIs: 'added to each reply', perRequest: true },
    { kind: 'error', does: 'answers with a 5xx problem', status: 503, perRequest: true },
    { kind: 'hang', does: 'accepts the request and never answers', perRequest: true },
    { kind: 'refuse', does: 'refuses every new connection and drops the open ones', perRequest: false },
  ],
  services: ['order', 'user', 'payment', 'inventory'].map((service) => ({
    service,
    app: `${service}-service`,
    routes: service === 'payment' ? ['getPayments', 'getPaymentsByOrders'] : [`get${service}`],
    faults: [],
    problem: null,
  })),
};

const none = { due: 0, whole: 0, partial: 0, failed: 0, noAnswer: 0, notSent: 0 };

export const load = (now: number): LoadState => ({
  app: 'mobile-bff',
  page: 'order',
  ratePerSecond: 20,
  running: true,
  startedAt: new Date(now - 40_000).toISOString(),
  endsAt: new Date(now + 1_760_000).toISOString(),
  problem: null,
  inFlight: 2,
  recent: { ...none, due: 100, whole: 58, partial: 41, failed: 1, p50Ms: 74, p95Ms: 508 },
  total: { ...none, due: 800, whole: 741, partial: 58, failed: 1 },
});

export const loadView: LoadView = {
  load: null,
  targets: [
    { app: 'mobile-bff', pages: ['home', 'order', 'orders', 'profile'] },
    { app: 'web-bff', pages: ['dashboard', 'order'] },
  ],
};

/** A token for eyes only: no signature is checked by the page. */
export const operatorToken = [{ alg: 'none' }, { sub: 'usr_0001', roles: ['operator'], exp: 4_102_444_800 }]
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .concat('signature')
  .join('.');

/** Everything that the page asks for, as long as all is well. */
export function scriptAnswers(answers: Map<string, ScriptedAnswer>, now: number): void {
  answers.set('GET /api/acts', { body: acts(now) });
  answers.set('GET /api/faults', { body: faults });
  answers.set('GET /api/load', { body: loadView });
  answers.set('POST /api/token', { body: { token: operatorToken } });
  answers.set('POST /api/circuits/mobile-bff/payment/what-if', { body: whatIf(now) });
}
