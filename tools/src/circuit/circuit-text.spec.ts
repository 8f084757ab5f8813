import type { Circuit, Circuits } from './circuit-admin.ts';
import { describeCircuits, describeLoggedAct, describeResult } from './circuit-text.ts';

const now = Date.parse('2026-01-01T12:00:00.000Z');
const ago = (seconds: number): string => new Date(now - seconds * 1000).toISOString();

const circuit = (different: Partial<Circuit>): Circuit => ({
  service: 'order',
  state: 'closed',
  since: ago(720),
  counts: { calls: 40, failures: 1, slow: 0 },
  openUntil: null,
  inFlight: 2,
  lastAct: null,
  ...different,
});
const isolation = { act: 'isolate', by: 'usr_7', reason: 'ledger repair', at: ago(45), shared: true } as const;
const none = { calls: 0, failures: 0, slow: 0 };

const listed = (replicas: Circuits['replicas'], ...circuits: Circuit[]) =>
  describeCircuits('web-bff', { replicas, circuits }, now).join('\n');

it('is a table', () => {
  expect(
    listed(
      'connected',
      circuit({}),
      circuit({ service: 'payment', state: 'isolated', since: ago(45), counts: none, inFlight: 0, lastAct: isolation }),
      circuit({ service: 'user', state: 'open', since: ago(3), counts: none, inFlight: 0, openUntil: ago(-2) }),
      circuit({ service: 'inventory', state: 'open', since: ago(9), counts: none, inFlight: 0, openUntil: ago(4) }),
    ),
  ).toBe(`web-bff: an act reaches every replica
  service    state     since  calls  failures  slow  in flight  next probe  last act
  order      closed    12m    40     1         0     2          -           -
  payment    isolated  45s    0      0         0     0          -           isolate by usr_7 45s ago: ledger repair
  user       open      3s     0      0         0     0          in 2s       -
  inventory  open      9s     0      0         0     0          next call   -`);
});

it('says what an act does not reach', () => {
  const lastAct = { ...isolation, reason: null, shared: false };
  expect(listed('cut-off', circuit({ lastAct }))).toMatch(
    /^web-bff: Redis does not answer: .*isolate by usr_7 45s ago \(not shared yet\)$/s,
  );
  expect(listed('alone', circuit({ lastAct }))).toMatch(/^web-bff: no Redis: .*isolate by usr_7 45s ago$/s);
});

it('says what an act has come to', () => {
  const isolated = circuit({ service: 'payment', state: 'isolated', lastAct: isolation });
  expect(describeResult(isolated)).toBe('payment is isolated, on every replica');
  expect(describeResult({ ...isolated, lastAct: { ...isolation, shared: false } })).toMatch(/ on this replica alone, /);
});

it('lists acts', () => {
  const act = { ...isolation, service: 'payment' };
  expect(describeLoggedAct({ ...act, from: 'here' }, now)).toBe('payment    isolate by usr_7 45s ago: ledger repair');
  expect(describeLoggedAct({ ...act, from: 'another replica' }, now)).toMatch(/: ledger repair, on another replica$/);
});
