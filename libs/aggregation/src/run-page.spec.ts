import { BadRequest, ClientGone, DownstreamError, PageSettled, ShuttingDown } from '@bff/errors';
import { PageRecord, continueTrace } from '@bff/observability';
import { Deadline } from '@bff/resilience';
import { VirtualClock } from '@bff/testing';
import { z } from 'zod';
import { pagesOver } from './page.ts';
import { type PageRun, runPage } from './run-page.ts';
import { view } from './view.ts';

/** A page over plain functions: each section's loader is whatever the test says. */
interface Sources {
  readonly order: () => Promise<{ readonly sku: string }>;
  readonly customer: () => Promise<string>;
  readonly payment: () => Promise<string>;
  readonly stock: (sku: string) => Promise<number>;
}

const page = pagesOver<Sources, { readonly caller: string }>();
const text = view(z.string(), (value: string) => value);
const orderView = view(z.string(), (order: { readonly sku: string }) => order.sku);
const stockView = view(z.number(), (value: number) => value);

const orderPage = page('order', { path: { orderId: z.string() } })
  .required('order', { load: ({ order }) => order(), view: orderView })
  .optional('customer', { load: ({ customer }) => customer(), view: text })
  .optional('payment', { load: ({ payment }) => payment(), view: text })
  .optional('stock', { needs: ['order'], load: ({ stock }, { order }) => stock(order.sku), view: stockView });

type Failing = Partial<Record<keyof Sources, () => Promise<never>>>;
type RunOptions = Partial<Pick<PageRun<Sources, unknown>, 'handling' | 'observer' | 'record'>>;

/** The order page on a virtual clock: order 30 ms, customer 50, payment 70, stock 20 once it is asked. */
function orderPageRun(failing: Failing = {}, options: RunOptions = {}) {
  const clock = new VirtualClock();
  const deadline = Deadline.after(740, { clock });
  const startedAt: Record<string, number> = {};
  const load =
    <Value>(name: keyof Sources, ms: number, value: Value) =>
    (): Promise<Value> => {
      startedAt[name] = clock.now();
      return failing[name]?.() ?? new Promise((resolve) => clock.setTimer(ms, () => resolve(value)));
    };
  const sources: Sources = {
    order: load('order', 30, { sku: 'SKU-1' }),
    customer: load('customer', 50, 'Ada'),
    payment: load('payment', 70, 'captured'),
    stock: load('stock', 20, 7),
  };
  const input = { orderId: 'ord_1', caller: 'usr_1' };
  const result = runPage(orderPage, { sources: () => sources, input, deadline, clock, ...options });
  return { clock, deadline, startedAt, result };
}

const never = () => new Promise<never>(() => {});
const failWith = (error: unknown) => () => Promise.reject(error);
const timeout = (service: string) => new DownstreamError('DOWNSTREAM_TIMEOUT', { service, operation: 'get' });
const notFound = (service: string) => new DownstreamError('NOT_FOUND', { service, operation: 'get' });
const timedOut = (service: string) => ({ code: 'DOWNSTREAM_TIMEOUT', service, retryable: true, retryAfterMs: 2000 });

describe('a healthy page', () => {
  it('starts order, customer and payment at once, and stock the moment the order is there', async () => {
    const { clock, startedAt, result } = orderPageRun();
    await clock.advanceBy(69);
    expect(startedAt).toEqual({ order: 0, customer: 0, payment: 0, stock: 30 });
    await clock.advanceBy(1);
    expect(await result).toMatchObject({ kind: 'answered' });
    expect(clock.now()).toBe(70);
  });

  it('gives every section in declared order, whoever was faster', async () => {
    const { clock, result } = orderPageRun();
    await clock.advanceBy(70);
    const answered = await result;
    expect(answered).toMatchObject({
      kind: 'answered',
      outcomes: {
        order: { status: 'ok', value: 'SKU-1' },
        customer: { status: 'ok', value: 'Ada' },
        payment: { status: 'ok', value: 'captured' },
        stock: { status: 'ok', value: 7 },
      },
    });
    expect(Object.keys('outcomes' in answered ? answered.outcomes : {})).toEqual([
      'order',
      'customer',
      'payment',
      'stock',
    ]);
  });

  it('times each section from the start of its own loading', async () => {
    const { clock, result } = orderPageRun();
    await clock.advanceBy(70);
    expect((await result).timings).toEqual({
      order: { startMs: 0, endMs: 30 },
      customer: { startMs: 0, endMs: 50 },
      payment: { startMs: 0, endMs: 70 },
      stock: { startMs: 30, endMs: 50 },
    });
  });

  it('leaves nothing behind: no timer, no listener, no abort', async () => {
    const { clock, deadline, result } = orderPageRun();
    await clock.advanceBy(70);
    await result;
    expect(deadline.signal.aborted).toBe(false);
    deadline.dispose();
    expect(clock.pendingTimers).toBe(0);
  });
});

describe('an optional section that fails', () => {
  it('leaves the rest of the page as it is', async () => {
    const { clock, result } = orderPageRun({ payment: failWith(timeout('payment')) });
    await clock.advanceBy(70);
    expect(await result).toMatchObject({
      kind: 'answered',
      outcomes: {
        order: { status: 'ok' },
        payment: { status: 'failed', failure: timedOut('payment') },
        stock: { status: 'ok' },
      },
    });
  });

  it('is a failure of ours when its view throws, and is reported with the error', async () => {
    const seen: unknown[] = [];
    const broken = new TypeError('cannot read properties of undefined');
    const { clock, result } = orderPageRun(
      { customer: failWith(broken) },
      { observer: { sectionThrew: (event) => seen.push(event) } },
    );
    await clock.advanceBy(70);
    expect(await result).toMatchObject({
      outcomes: { customer: { status: 'failed', failure: { code: 'DOWNSTREAM_BAD_RESPONSE', retryable: false } } },
    });
    expect(seen).toEqual([{ page: 'order', section: 'customer', error: broken }]);
  });

  it('makes the page an error under strict handling', async () => {
    const { clock, result } = orderPageRun({ payment: failWith(timeout('payment')) }, { handling: 'strict' });
    await clock.settle();
    expect(await result).toMatchObject({ kind: 'failed', section: 'payment', failure: timedOut('payment') });
  });
});

describe('a required section that fails', () => {
  it('ends the page at once and cancels what is in flight', async () => {
    const { clock, deadline, result } = orderPageRun({ order: failWith(notFound('order')) });
    await clock.settle();
    expect(await result).toMatchObject({
      kind: 'failed',
      section: 'order',
      failure: { code: 'NOT_FOUND', retryable: false },
    });
    expect(clock.now()).toBe(0);
    expect(deadline.signal.reason).toBeInstanceOf(PageSettled);
  });

  it('never starts the sections that need it', async () => {
    const { clock, startedAt, result } = orderPageRun({ order: failWith(notFound('order')) });
    await clock.advanceBy(1000);
    await result;
    expect(startedAt).not.toHaveProperty('stock');
  });
});

describe('the deadline', () => {
  it('bounds a loader that ignores it: what is in flight timed out', async () => {
    const { clock, result } = orderPageRun({ payment: never });
    await clock.advanceBy(760);
    expect(await result).toMatchObject({
      kind: 'answered',
      outcomes: { order: { status: 'ok' }, payment: { status: 'failed', failure: { code: 'DOWNSTREAM_TIMEOUT' } } },
    });
  });

  it('ends the page within 10 ms', async () => {
    const { clock, result } = orderPageRun({ payment: never });
    let endedAt = 0;
    void result.then(() => (endedAt = clock.now()));
    await clock.advanceBy(2000);
    expect(endedAt).toBe(750);
  });

  it('leaves what never got to start as out of budget', async () => {
    const slowOrder = page('slow')
      .optional('customer', { load: ({ customer }) => customer(), view: text })
      .optional('order', { load: ({ order }) => order(), view: orderView })
      .optional('stock', { needs: ['order'], load: ({ stock }, { order }) => stock(order.sku), view: stockView });
    const clock = new VirtualClock();
    const sources = { order: never, customer: () => Promise.resolve('Ada'), payment: never, stock: never };
    const deadline = Deadline.after(740, { clock });
    const result = runPage(slowOrder, { sources: () => sources, input: { caller: 'usr_1' }, deadline, clock });
    await clock.advanceBy(760);
    expect(await result).toMatchObject({
      outcomes: {
        order: { failure: { code: 'DOWNSTREAM_TIMEOUT' } },
        stock: { failure: { code: 'BUDGET_EXHAUSTED' } },
      },
    });
  });

  it('lets a policy say why, when it ends its call on the same signal', async () => {
    const { clock, deadline, result } = orderPageRun({
      payment: () =>
        new Promise((_, reject) => {
          const unavailable = new DownstreamError('DOWNSTREAM_UNAVAILABLE', { service: 'payment', operation: 'get' });
          // The page's own listener came first; the reason must still be heard.
          queueMicrotask(() => deadline.signal.addEventListener('abort', () => reject(unavailable)));
        }),
    });
    await clock.advanceBy(760);
    expect(await result).toMatchObject({ outcomes: { payment: { failure: { code: 'DOWNSTREAM_UNAVAILABLE' } } } });
  });
});

describe('a page of which nothing is left', () => {
  it('is an error with the code of its first section', async () => {
    const home = page('home')
      .optional('customer', { load: ({ customer }) => customer(), view: text })
      .optional('payment', { load: ({ payment }) => payment(), view: text });
    const clock = new VirtualClock();
    const unavailable = new DownstreamError('DOWNSTREAM_UNAVAILABLE', { service: 'payment', operation: 'get' });
    const sources = { order: never, customer: failWith(timeout('user')), payment: failWith(unavailable), stock: never };
    const deadline = Deadline.after(740, { clock });
    expect(await runPage(home, { sources: () => sources, input: { caller: 'usr_1' }, deadline, clock })).toMatchObject({
      kind: 'failed',
      section: 'customer',
      failure: timedOut('user'),
      failures: { customer: { code: 'DOWNSTREAM_TIMEOUT' }, payment: { code: 'DOWNSTREAM_UNAVAILABLE' } },
    });
  });
});

describe('nobody waits any more', () => {
  it.each([new ClientGone(), new ShuttingDown()])('ends the page as aborted: %s', async (reason) => {
    const { clock, deadline, result } = orderPageRun({ payment: never });
    await clock.advanceBy(10);
    deadline.abort(reason);
    expect(await result).toMatchObject({ kind: 'aborted', reason });
  });

  it('runs nothing for a client that left before the page began', async () => {
    const clock = new VirtualClock();
    const deadline = Deadline.after(740, { clock });
    deadline.abort(new ClientGone());
    const customer = jest.fn(() => Promise.resolve('Ada'));
    const sources = { order: never, customer, payment: never, stock: never };
    const home = page('home').optional('customer', { load: ({ customer: load }) => load(), view: text });
    expect(await runPage(home, { sources: () => sources, input: { caller: 'usr_1' }, deadline, clock })).toMatchObject({
      kind: 'aborted',
    });
    await clock.settle();
    expect(customer).not.toHaveBeenCalled();
  });
});

it('answers with the problem when a loader says that the request itself is at fault', async () => {
  const problem = new BadRequest([{ in: 'query', field: 'cursor', reason: 'is not one of ours' }]);
  const { clock, result } = orderPageRun({ customer: failWith(problem) });
  await clock.settle();
  expect(await result).toMatchObject({ kind: 'refused', problem });
});

describe('the record', () => {
  const recordOf = (startedAtMs: number) =>
    new PageRecord({
      page: 'order',
      requestId: 'req-1',
      trace: continueTrace(undefined),
      client: 'unknown',
      startedAtMs,
      startedAt: 0,
      budgetMs: 740,
      listeners: [],
    });

  it('tells when each section began and ended, since the request was read, and why it is missing', async () => {
    const record = recordOf(new VirtualClock().now() - 5);
    const { clock, result } = orderPageRun({ payment: failWith(timeout('payment')) }, { record });
    await clock.advanceBy(100);
    await result;
    expect(record.sections).toMatchObject([
      { section: 'payment', startMs: 5, endMs: 5, status: 'failed', code: 'DOWNSTREAM_TIMEOUT' },
      { section: 'order', startMs: 5, endMs: 35, status: 'ok', code: undefined },
      { section: 'customer', startMs: 5, endMs: 55, status: 'ok' },
      { section: 'stock', startMs: 35, endMs: 55, status: 'ok' },
    ]);
  });

  it('has a span for each section, below that of the request, and binds the calls to it', async () => {
    const record = recordOf(0);
    const sources = {
      order: () => Promise.resolve({ sku: 'SKU-1' }),
      customer: () => Promise.resolve('Ada'),
      payment: () => Promise.resolve('captured'),
      stock: () => Promise.resolve(7),
    };
    const asked: string[] = [];
    const clock = new VirtualClock();
    await runPage(orderPage, {
      sources: (_, section) => (asked.push(section), sources),
      input: { orderId: 'ord_1', caller: 'usr_1' },
      deadline: Deadline.after(740, { clock }),
      clock,
      record,
    });
    expect(asked).toEqual(['order', 'customer', 'payment', 'stock']);
    const { traceId, spanId } = record.trace;
    for (const { trace, section } of record.sections) {
      expect(trace).toMatchObject({ traceId, parentSpanId: spanId });
      expect(record.callsOf(section).trace).toBe(trace);
    }
    expect(new Set(record.sections.map(({ trace }) => trace.spanId)).size).toBe(4);
  });
});
