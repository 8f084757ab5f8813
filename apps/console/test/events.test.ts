import type { History } from '../src/wire/index.ts';
import { type StartedConsole, appIn, startConsole } from './console-app.ts';
import { type EventReader, openEvents } from './event-reader.ts';
import { aCircuit, someCircuits, someMetrics, startFakeBff } from './fake-bff.ts';
import type { FakeTarget } from './fake-target.ts';

let bff: FakeTarget;
let watched: StartedConsole;
const readers: EventReader[] = [];
beforeEach(async () => {
  bff = await startFakeBff();
  watched = await startConsole([['web-bff', bff.url]]);
  await watched.until(({ apps: [app] }) => app?.status === 'ready' && app.problem === null);
});
afterEach(async () => {
  for (const reader of readers.splice(0)) reader.close();
  await watched.close();
  await bff.die();
});

async function open(): Promise<EventReader> {
  const reader = await openEvents(watched.url);
  readers.push(reader);
  return reader;
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries += 1) {
    if (tries === 200) throw new Error('not so after 10 s');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

it('sends the state at once, and again when something changes', async () => {
  const reader = await open();
  expect(reader.headers).toMatchObject({
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  expect(reader.headers['content-encoding']).toBeUndefined();
  await until(() => reader.states.length > 0);
  bff.answers.set('/circuits', someCircuits('alone', aCircuit({ state: 'open' })));
  await until(() => reader.states.some((state) => appIn(state, 'web-bff').circuits[0]?.state === 'open'));
  expect(reader.text()).toMatch(/^retry: 1000\n\nevent: state\ndata: /);
});

it('carries every point of the history to a page that keeps reading', async () => {
  const reader = await open();
  const { times } = await watched.get<History>('/api/history');
  await new Promise((resolve) => setTimeout(resolve, 2500));
  const seen = new Set([...times, ...reader.states.flatMap(({ newest }) => newest.times)]);
  const whole = await watched.get<History>('/api/history');
  const lastSeen = reader.states.at(-1)?.newest.times.at(-1) ?? 0;
  expect(whole.times.filter((time) => time <= lastSeen).every((time) => seen.has(time))).toBe(true);
  for (const { ratePerSecond } of whole.apps) expect(ratePerSecond).toHaveLength(whole.times.length);
});

it('serves fifty pages at once, and ends them all in order when it stops', async () => {
  const all = await Promise.all(Array.from({ length: 50 }, open));
  await until(() => all.every(({ states }) => states.length > 0));
  bff.answers.set('/circuits', someCircuits('alone', aCircuit({ state: 'open' })));
  const isOpen = ({ states }: EventReader) =>
    states.some((state) => appIn(state, 'web-bff').circuits[0]?.state === 'open');
  await until(() => all.every(isOpen));
  await watched.close();
  // What is left when the time of a shutdown is over is cut off, which would reject here.
  await expect(Promise.all(all.map(({ ended }) => ended))).resolves.toHaveLength(50);
});

it('keeps at most one frame for a page that does not read, and tells it how things are when it does', async () => {
  // A state that soon is more than the buffers of the system hold, and that changes each time.
  const filler = 'x'.repeat(4_000_000);
  let changes = 0;
  const knob = () => ({
    path: filler,
    value: (changes += 1),
    default: null,
    source: { kind: 'default' },
    changedAt: at,
    description: '',
  });
  const at = '2026-01-01T00:00:00.000Z';
  bff.answers.set('/settings', (_req, res) =>
    res.end(JSON.stringify({ file: null, loadedAt: at, refused: null, knobs: [knob()] })),
  );
  let ok = 0;
  bff.answers.set('/metrics', (_req, res) => res.end(someMetrics({ ok: (ok += 7 + (ok % 5)) })));
  const [slow, quick] = await Promise.all([open(), open()]);
  slow.pause();
  await until(() => quick.states.length >= 10);
  const held = watched.heldBytes();
  expect(slow.states.length).toBeLessThan(quick.states.length);
  // One frame at most beyond what the system's own buffers take.
  expect(held).toBeLessThan(2 * filler.length);
  slow.resume();
  const circuits = someCircuits('alone', aCircuit({ state: 'isolated' }));
  bff.answers.set('/circuits', circuits);
  await until(() => slow.states.at(-1)?.apps[0]?.circuits[0]?.state === 'isolated');
});

it('lets no more than a hundred pages in', async () => {
  await Promise.all(Array.from({ length: 100 }, open));
  const { status, body } = await watched.send('GET', '/api/events');
  expect([status, body['code'], body['retryable']]).toEqual([503, 'NO_MORE_STREAMS', true]);
  readers.pop()?.close();
  // The place is free as soon as the server has seen that one go.
  await until(async () => (await open()).headers['content-type'] === 'text/event-stream');
});
