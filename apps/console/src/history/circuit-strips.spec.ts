import type { Circuit } from '../wire/index.ts';
import { CircuitStrips, type SeenCircuits } from './circuit-strips.ts';

const start = Date.parse('2026-01-01T12:00:00.000Z');
const at = (seconds: number): string => new Date(start + seconds * 1000).toISOString();

const circuit = (different: Partial<Circuit>): Circuit => ({
  service: 'payment',
  state: 'closed',
  since: at(0),
  counts: { calls: 0, failures: 0, slow: 0, consecutiveFailures: 0 },
  openUntil: null,
  lastFailure: null,
  inFlight: 0,
  retriesLeft: 0,
  rateLimitedForMs: 0,
  lastAct: null,
  ...different,
});

const seen = (different: Partial<Circuit>, of: Partial<SeenCircuits> = {}): SeenCircuits => ({
  target: { app: 'web-bff', replica: 0 },
  dead: false,
  since: start,
  circuits: [circuit(different)],
  circuitsAreNow: true,
  ...of,
});

/** What a strip is after looks at the circuit, each at its second. */
function stripAfter(...looks: (readonly [seconds: number, look: SeenCircuits])[]) {
  const strips = new CircuitStrips();
  for (const [seconds, look] of looks) strips.see(look, start + seconds * 1000);
  return strips
    .last()[0]
    ?.changes.map((change) => `${(Date.parse(change.at) - start) / 1000} ${change.state}: ${change.reason}`);
}

const act = (name: 'isolate' | 'close', seconds: number) =>
  ({ act: name, by: 'usr_7', reason: 'ledger repair', at: at(seconds), shared: true }) as const;

it('has each change once, from when it was, with its reason', () => {
  const lastFailure = { code: 'DOWNSTREAM_TIMEOUT', at: at(9) };
  expect(
    stripAfter(
      [1, seen({})],
      [2, seen({})],
      [10, seen({ state: 'open', since: at(9), lastFailure })],
      [15, seen({ state: 'half-open', since: at(14), lastFailure })],
      [16, seen({ state: 'open', since: at(15.5), lastFailure: { ...lastFailure, at: at(15.5) } })],
      [27, seen({ state: 'half-open', since: at(26) })],
      [28, seen({ state: 'closed', since: at(27) })],
    ),
  ).toEqual([
    '0 closed: null',
    '9 open: DOWNSTREAM_TIMEOUT',
    '14 half-open: the open time is over: probing',
    '15.5 open: a probe failed: DOWNSTREAM_TIMEOUT',
    '26 half-open: the open time is over: probing',
    '27 closed: the probes succeeded',
  ]);
});

it('sees by its date that a circuit has been elsewhere between two looks', () => {
  expect(stripAfter([1, seen({})], [9, seen({ since: at(8) })])).toEqual(['0 closed: null', '8 closed: null']);
});

it('knows slow calls by there being no failure, and what an operator did', () => {
  const old = { code: 'DOWNSTREAM_TIMEOUT', at: at(-100) };
  expect(
    stripAfter(
      [1, seen({ state: 'open', since: at(1), lastFailure: old })],
      [3, seen({ state: 'isolated', since: at(3), lastAct: act('isolate', 3) })],
      [8, seen({ state: 'closed', since: at(8), lastAct: act('close', 8) })],
      [20, seen({ state: 'open', since: at(19), lastAct: act('close', 8), lastFailure: { ...old, at: at(19) } })],
    ),
  ).toEqual([
    '1 open: slow calls',
    '3 isolated: isolated by usr_7: ledger repair',
    '8 closed: closed by usr_7: ledger repair',
    '19 open: DOWNSTREAM_TIMEOUT',
  ]);
});

it('knows nothing while the process is dead, and takes nothing that was known before for what is', () => {
  const open = { state: 'open', since: at(1) } as const;
  const dead = seen(open, { dead: true, since: start + 5000 });
  expect(
    stripAfter(
      [1, seen(open)],
      [5, dead],
      [6, dead],
      [7, seen(open, { circuitsAreNow: false })],
      [8, seen({ since: at(7.5) })],
    ),
  ).toEqual(['1 open: slow calls', '5 unknown: the process is dead', '7.5 closed: the process is back']);
});

it('takes up a circuit again that is as it was before its process hung, from when it was seen', () => {
  const open = { state: 'open', since: at(1) } as const;
  expect(
    stripAfter([1, seen(open)], [5, seen(open, { dead: true, since: start + 5000 })], [9, seen(open)])?.[2],
  ).toMatch(/^9 open: /);
});

it('forgets what is older than ten minutes, but not in which state a strip begins', () => {
  expect(
    stripAfter(
      [0, seen({})],
      [10, seen({ state: 'open', since: at(10) })],
      [20, seen({ since: at(20) })],
      [615, seen({ since: at(20) })],
    ),
  ).toEqual(['10 open: slow calls', '20 closed: the probes succeeded']);
  expect(stripAfter([0, seen({})], [7200, seen({})])).toEqual(['0 closed: null']);
});
