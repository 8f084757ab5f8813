import { defaultServiceLimits } from '@bff/resilience';
import { type RecorderServer, startRecorderServer } from './recorder-server.ts';
import { tellPage } from './told-page.ts';

let server: RecorderServer;
beforeEach(async () => {
  server = await startRecorderServer();
});
afterEach(() => server.close());

const whatIf = (body: unknown, service = 'payment') => server.post(`/circuits/${service}/what-if`, body);

const nothing = { openings: [], refusedCalls: 0, degradedPages: 0, degradedShare: 0 };

/** A page every 100 ms, of which one in five calls payment in vain. */
function tellPages(count: number): void {
  for (let page = 0; page < count; page += 1) {
    const outcome = page % 5 === 0 ? 'DOWNSTREAM_UNAVAILABLE' : 'ok';
    tellPage(server.recorder.listener, { atMs: page * 100, calls: [{ startMs: 0, endMs: 20, outcome }] });
  }
  server.clock.advance(count * 100);
}

it('answers with zeros when nothing was recorded', async () => {
  server.clock.advance(5000);
  expect(await whatIf({ breaker: {} })).toEqual({
    status: 200,
    body: {
      service: 'payment',
      from: '2026-01-01T00:00:00.000Z',
      to: '2026-01-01T00:00:05.000Z',
      calls: 0,
      pages: 0,
      current: nothing,
      proposed: nothing,
      unknownCalls: 0,
    },
  });
});

it('plays the recorded calls with the limits in effect and with those of the body', async () => {
  tellPages(40);
  const { status, body } = await whatIf({ breaker: { failureRatio: 0.2, openMs: 1100, openJitter: 0.1 } });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    calls: 40,
    pages: 40,
    current: { ...nothing, degradedPages: 8, degradedShare: 0.2 },
    proposed: {
      // The twentieth call is the first at which there are enough to judge by; the jitter is not played.
      openings: [{ at: '2026-01-01T00:00:01.920Z', reason: 'failure-ratio', openForMs: 1100 }],
      refusedCalls: 11,
      degradedPages: 4 + 11 + 1,
      degradedShare: 0.4,
    },
    unknownCalls: 0,
  });
});

it('has the limits that are in effect when it is asked', async () => {
  tellPages(40);
  server.setLimits({ ...defaultServiceLimits, breaker: { ...defaultServiceLimits.breaker, failureRatio: 0.2 } });
  const { body } = await whatIf({});
  expect(body).toMatchObject({
    current: { openings: [expect.anything()] },
    proposed: { openings: [expect.anything()] },
  });
});

it('counts pages that called nothing, and calls that the real circuit refused', async () => {
  const { listener } = server.recorder;
  tellPage(listener, { calls: [{ outcome: 'DOWNSTREAM_CIRCUIT_OPEN', attempt: 0, startMs: 1, endMs: 1 }] });
  tellPage(listener, { calls: [{ service: 'order' }] });
  tellPage(listener);
  expect((await whatIf({})).body).toMatchObject({ calls: 1, pages: 3, unknownCalls: 1, current: nothing });
});

it('takes a proposed attemptMs', async () => {
  tellPages(40);
  const { body } = await whatIf({ attemptMs: 10 });
  expect(body).toMatchObject({
    current: { openings: [] },
    proposed: { openings: [{ reason: 'consecutive-failures' }] },
  });
});

it.each([
  [{ breaker: { failureRatio: 2 } }, 'breaker.failureRatio', /at most 1.*was 2/],
  [{ breaker: { failureRatio: null } }, 'breaker.failureRatio', /must be a number/],
  [{ breaker: { failurRatio: 0.3 } }, 'breaker.failurRatio', /is not known; known are windowMs, /],
  [{ breaker: { openMs: 60_000 } }, 'breaker.maxOpenMs', /must not be below openMs, was 30000/],
  [{ breaker: 5 }, 'breaker', /must be an object/],
  [{ attemptMs: 'long' }, 'attemptMs', /must be a number from 1 to 600000, was "long"/],
  [{ bulkhead: { maxInFlight: 3 } }, 'bulkhead', /is not known; known are breaker, attemptMs/],
  [[], '(body)', /must be an object/],
])('refuses %j and names the field', async (body, field, reason) => {
  expect(await whatIf(body)).toMatchObject({
    status: 400,
    body: { code: 'BAD_REQUEST', errors: [{ in: 'body', field, reason: expect.stringMatching(reason) }] },
  });
});

it('says which services there are when it is asked about another', async () => {
  const { status, body } = await whatIf({}, 'shipping');
  expect(status).toBe(404);
  expect(body).toMatchObject({
    code: 'SERVICE_NOT_FOUND',
    detail: 'There is no service "shipping"; there are order, payment',
  });
});
