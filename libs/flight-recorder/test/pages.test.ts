import { type RecorderServer, startRecorderServer } from './recorder-server.ts';
import { beginPage, tellCall, tellPage } from './told-page.ts';

let server: RecorderServer;
beforeEach(async () => {
  server = await startRecorderServer();
});
afterEach(() => server.close());

it('answers with no pages before there were any', async () => {
  expect(await server.get('/pages')).toEqual({ app: 'test-bff', windowMs: 60_000, pages: [], recent: [] });
});

it('shows a degraded page with its whole waterfall, and nothing beyond what the record says', async () => {
  const { listener } = server.recorder;
  const record = tellPage(listener, {
    requestId: 'req-7',
    atMs: 1500,
    durationMs: 512.34,
    outcome: 'degraded',
    calls: [{ startMs: 1.26, endMs: 501.3, outcome: 'DOWNSTREAM_TIMEOUT' }],
    sections: [
      { section: 'order', status: 'ok', startMs: 1.2, endMs: 20 },
      { section: 'payment', status: 'failed', code: 'DOWNSTREAM_TIMEOUT', startMs: 1.2, endMs: 510 },
    ],
  });
  // The call that nobody waits for any more ends later.
  tellCall(record, { service: 'order', attempt: 2, startMs: 300, endMs: 900, outcome: 'aborted' });
  expect(await server.get('/pages')).toMatchObject({
    pages: [{ page: 'order', outcomes: { degraded: 1 } }],
    recent: [
      {
        requestId: 'req-7',
        traceId: record.trace.traceId,
        at: '2026-01-01T00:00:01.500Z',
        page: 'order',
        client: 'ios/5.2',
        outcome: 'degraded',
        durationMs: 512.3,
        budgetMs: 740,
        sections: [
          { section: 'order', startMs: 1.2, endMs: 20, status: 'ok' },
          { section: 'payment', startMs: 1.2, endMs: 510, status: 'failed', code: 'DOWNSTREAM_TIMEOUT' },
        ],
        attempts: [
          {
            section: 'payment',
            service: 'payment',
            operation: 'get',
            attempt: 1,
            startMs: 1.3,
            endMs: 501.3,
            outcome: 'DOWNSTREAM_TIMEOUT',
          },
          expect.objectContaining({ service: 'order', attempt: 2, endMs: 900, outcome: 'aborted' }),
        ],
      },
    ],
  });
});

it('shows failed pages too, the newest first, and none that is whole, refused or left by its client', async () => {
  const { listener } = server.recorder;
  for (const outcome of ['degraded', 'complete', 'failed', 'refused', 'aborted'] as const) {
    tellPage(listener, { outcome, requestId: outcome });
  }
  expect(await server.get('/pages')).toMatchObject({
    pages: [{ outcomes: { complete: 1, degraded: 1, failed: 1, refused: 1, aborted: 1 } }],
    recent: [{ requestId: 'failed' }, { requestId: 'degraded' }],
  });
});

it('shows no page that has not ended', async () => {
  beginPage(server.recorder.listener, {});
  expect(await server.get('/pages')).toMatchObject({ pages: [], recent: [] });
});

it('forgets counts after a minute, but not what was degraded last', async () => {
  tellPage(server.recorder.listener, { outcome: 'failed' });
  server.clock.advance(61_000);
  expect(await server.get('/pages')).toMatchObject({
    pages: [{ page: 'order', outcomes: { failed: 0 }, durationMs: { p50: null, p95: null, p99: null } }],
    recent: [{ outcome: 'failed' }],
  });
});
