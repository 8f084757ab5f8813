import type { ReceivedSpan } from './otlp.ts';
import { beginPage, callerSends, callerSpan, callerTrace, endAttempt, endPage, endSection } from './pages.ts';
import { startTraced, stopCollectors } from './tracing.ts';

afterEach(stopCollectors);

const [internal, server, client] = [1, 2, 3];
const [unset, error] = [0, 2];

/** 3:04:05 on the first of January 2026, in nanoseconds. */
const second = BigInt(Date.UTC(2026, 0, 1, 3, 4, 5)) * 1_000_000n;

/** An order page of which the payment is missing, its circuit being open, and the stock is old. */
async function sendDegradedPage() {
  const traced = await startTraced();
  const record = beginPage(traced.listener, { traceparent: callerSends('01'), tracestate: 'vendor=1' });
  const call = { service: 'order', operation: 'getOrder', section: 'order' };
  const ids = {
    page: record.trace.spanId,
    order: record.callsOf('order').trace.spanId,
    payment: record.callsOf('payment').trace.spanId,
    stock: record.callsOf('stock').trace.spanId,
    first: endAttempt(record, { ...call, attempt: 1, outcome: 'DOWNSTREAM_UNAVAILABLE', times: [0.25, 20.5] }),
    second: endAttempt(record, { ...call, attempt: 2, times: [40, 1051.123456] }),
    refused: endAttempt(record, {
      section: 'payment',
      operation: 'getPayment',
      attempt: 0,
      outcome: 'DOWNSTREAM_CIRCUIT_OPEN',
      times: [41, 41],
    }),
    late: endAttempt(record, {
      section: 'stock',
      service: 'inventory',
      operation: 'getStock',
      outcome: 'DOWNSTREAM_TIMEOUT',
      times: [41, 291],
    }),
  };
  endSection(record, 'order', { times: [0.25, 1051.5] });
  endSection(record, 'payment', { status: 'failed', code: 'DOWNSTREAM_CIRCUIT_OPEN', times: [40.5, 41] });
  endSection(record, 'stock', { status: 'stale', code: 'DOWNSTREAM_TIMEOUT', times: [40.5, 292] });
  endPage(record, 'degraded', 1052.75);
  await traced.close();
  return { ...traced, ids, of: spanOf(traced.collector.spans()) };
}

const spanOf =
  (spans: readonly ReceivedSpan[]) =>
  (id: string): ReceivedSpan => {
    const found = spans.filter(({ spanId }) => spanId === id);
    if (found.length !== 1) throw new Error(`${found.length} spans have the id ${id}`);
    return found[0] as ReceivedSpan;
  };

it('sends one span for the page, one for each section and one for each attempt, in the caller’s trace', async () => {
  const { collector, ids, of } = await sendDegradedPage();
  expect(collector.spans()).toHaveLength(8);
  expect(collector.spans().every(({ traceId }) => traceId === callerTrace)).toBe(true);
  expect(collector.spans().every(({ tracestate }) => tracestate === 'vendor=1')).toBe(true);
  expect(of(ids.page)).toMatchObject({ name: 'page order', kind: server, parentSpanId: callerSpan });
  for (const section of ['order', 'payment', 'stock'] as const) {
    expect(of(ids[section])).toMatchObject({ name: `section ${section}`, kind: internal, parentSpanId: ids.page });
  }
  expect(of(ids.first)).toMatchObject({ name: 'order.getOrder', kind: client, parentSpanId: ids.order });
  expect(of(ids.second)).toMatchObject({ name: 'order.getOrder', kind: client, parentSpanId: ids.order });
  expect(of(ids.late)).toMatchObject({ name: 'inventory.getStock', kind: client, parentSpanId: ids.stock });
  // Nothing was sent, so it is no call that a service could have a span for.
  expect(of(ids.refused)).toMatchObject({ name: 'payment.getPayment', kind: internal, parentSpanId: ids.payment });
});

it('says of the caller’s span alone that it is in another process', async () => {
  const { collector, ids } = await sendDegradedPage();
  const remote = collector.spans().filter(({ parentIsRemote }) => parentIsRemote);
  expect(remote.map(({ spanId }) => spanId)).toEqual([ids.page]);
});

it('has the times to the nanosecond', async () => {
  const { ids, of } = await sendDegradedPage();
  const begin = second - 500_000n;
  const timesOf = ({ startNanos, endNanos }: ReceivedSpan) => [startNanos - begin, endNanos - begin];
  expect(timesOf(of(ids.page))).toEqual([0n, 1_052_750_000n]);
  expect(timesOf(of(ids.order))).toEqual([250_000n, 1_051_500_000n]);
  expect(timesOf(of(ids.first))).toEqual([250_000n, 20_500_000n]);
  expect(timesOf(of(ids.second))).toEqual([40_000_000n, 1_051_123_456n]);
  expect(timesOf(of(ids.refused))).toEqual([41_000_000n, 41_000_000n]);
});

it('has the page’s outcome, the sections’ and the policies’ verdicts as attributes', async () => {
  const { ids, of } = await sendDegradedPage();
  expect(of(ids.page).attributes).toEqual({
    'bff.page': 'order',
    'bff.outcome': 'degraded',
    'bff.budget_ms': 740,
    'bff.request_id': 'req-1',
    'bff.client': 'ios/5.2',
  });
  expect(of(ids.order).attributes).toEqual({ 'bff.page': 'order', 'bff.section': 'order', 'bff.status': 'ok' });
  expect(of(ids.payment).attributes).toEqual({
    'bff.page': 'order',
    'bff.section': 'payment',
    'bff.status': 'failed',
    'bff.code': 'DOWNSTREAM_CIRCUIT_OPEN',
    'error.type': 'DOWNSTREAM_CIRCUIT_OPEN',
  });
  const call = { 'bff.page': 'order', 'bff.section': 'order', 'bff.operation': 'getOrder' };
  const toOrder = { 'server.service.name': 'order', 'peer.service': 'order' };
  const first = { 'bff.attempt': 1, 'bff.verdict': 'DOWNSTREAM_UNAVAILABLE', 'error.type': 'DOWNSTREAM_UNAVAILABLE' };
  expect(of(ids.first).attributes).toEqual({ ...call, ...toOrder, ...first });
  const again = { 'bff.attempt': 2, 'bff.verdict': 'ok', 'http.request.resend_count': 1 };
  expect(of(ids.second).attributes).toEqual({ ...call, ...toOrder, ...again });
  expect(of(ids.refused).attributes).toMatchObject({ 'bff.attempt': 0, 'bff.verdict': 'DOWNSTREAM_CIRCUIT_OPEN' });
});

it('marks as errors what failed, and neither what is stale or partial nor a call that was not sent', async () => {
  const { ids, of } = await sendDegradedPage();
  const statuses = Object.entries(ids).map(([name, id]) => [name, of(id).status]);
  expect(Object.fromEntries(statuses)).toEqual({
    page: unset,
    order: unset,
    payment: error,
    stock: unset,
    first: error,
    second: unset,
    refused: unset,
    late: error,
  });
});

it.each([
  ['failed', 'DOWNSTREAM_TIMEOUT', error, 'DOWNSTREAM_TIMEOUT'],
  ['failed', undefined, error, '_OTHER'],
  ['refused', 'NOT_FOUND', unset, undefined],
  ['aborted', 'DOWNSTREAM_TIMEOUT', unset, undefined],
] as const)('gives a page that ended %s by %s the status %i', async (outcome, code, status, type) => {
  const { listener, collector, close } = await startTraced();
  const record = beginPage(listener);
  if (code) endSection(record, 'order', { status: 'failed', code });
  endPage(record, outcome);
  await close();
  const page = spanOf(collector.spans())(record.trace.spanId);
  expect(page.status).toBe(status);
  expect(page.attributes['error.type']).toBe(type);
  expect(page.parentSpanId).toBe('');
});

it.each(['NOT_FOUND', 'FORBIDDEN', 'aborted', 'outrun'])('does not take %s for an error', async (outcome) => {
  const { listener, collector, close } = await startTraced();
  const record = beginPage(listener);
  endAttempt(record, { section: 'order', outcome });
  endSection(record, 'order', { status: 'failed', code: outcome === 'FORBIDDEN' ? 'FORBIDDEN' : 'NOT_FOUND' });
  endPage(record, 'degraded');
  await close();
  expect(collector.spans().map(({ status }) => status)).toEqual([unset, unset, unset]);
});

describe('an attempt that ends after its page', () => {
  const turns: readonly [string, () => Promise<unknown>][] = [
    ['at once', () => Promise.resolve()],
    ['later', () => new Promise((resolve) => setTimeout(resolve, 5))],
  ];

  it.each(turns)('is sent too, once, %s; below the page when its section never ended', async (_when, turn) => {
    const { listener, collector, close } = await startTraced();
    const record = beginPage(listener);
    endSection(record, 'order');
    endPage(record, 'aborted');
    await turn();
    const ofOrder = endAttempt(record, { section: 'order', outcome: 'aborted', times: [1, 9] });
    const ofPayment = endAttempt(record, { section: 'payment', outcome: 'aborted', times: [1, 9] });
    await close();
    const of = spanOf(collector.spans());
    expect(collector.spans()).toHaveLength(4);
    expect(of(ofOrder).parentSpanId).toBe(record.callsOf('order').trace.spanId);
    expect(of(ofPayment).parentSpanId).toBe(record.trace.spanId);
  });
});
