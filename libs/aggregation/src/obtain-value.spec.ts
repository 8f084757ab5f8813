import { type SectionCache, createCache } from '@bff/cache';
import { ClientGone, DownstreamError } from '@bff/errors';
import { Deadline } from '@bff/resilience';
import { VirtualClock } from '@bff/testing';
import { z } from 'zod';
import type { KeepSpec } from './keep.ts';
import { pagesOver } from './page.ts';
import { runPage } from './run-page.ts';
import { view } from './view.ts';

type Input = { readonly caller: string; readonly sku: string };
type Load = () => Promise<string>;

const text = view(z.string(), (value: string) => value);
const stockPage = (keep?: KeepSpec<Input>) =>
  pagesOver<Load, { readonly caller: string }>()('product', { path: { sku: z.string() } }).optional('stock', {
    load: (load) => load(),
    view: text,
    ...(keep && { keep }),
  });

/** Runs the page of one product for a caller; what is loaded tells for whom and when it was. */
function pages() {
  const clock = new VirtualClock();
  const cache: SectionCache = createCache({ namespace: 'test', schemaVersion: '1', clock });
  const loads: Deadline[] = [];
  const service = { answer: (caller: string): Promise<string> => Promise.resolve(`for ${caller} at ${clock.now()}`) };
  const run = (
    page: ReturnType<typeof stockPage>,
    caller: string,
    sku = 'SKU-1',
    deadline = Deadline.after(740, { clock }),
  ) =>
    runPage(page, {
      sources: (by) => () => {
        loads.push(by);
        return service.answer(caller);
      },
      input: { caller, sku },
      deadline,
      clock,
      keeping: { cache, owner: caller, sharedLoadMs: 740 },
    });
  const stockFor = async (page: ReturnType<typeof stockPage>, caller: string, sku?: string) => {
    const result = await run(page, caller, sku);
    return result.kind === 'answered' ? result.outcomes.stock : result.kind;
  };
  return { clock, service, loads, run, stockFor };
}

const keep: KeepSpec<Input> = { key: ({ sku }) => [sku], fresh: '30s', staleIfError: '5m' };
const outage = () =>
  Promise.reject(new DownstreamError('DOWNSTREAM_UNAVAILABLE', { service: 'inventory', operation: 'get' }));

it('loads a section that is not kept every time', async () => {
  const { loads, stockFor } = pages();
  await stockFor(stockPage(), 'usr_1');
  await stockFor(stockPage(), 'usr_1');
  expect(loads).toHaveLength(2);
});

it('shows a fresh value again, to the same caller and for the same parameters only', async () => {
  const { loads, stockFor } = pages();
  const page = stockPage(keep);
  expect(await stockFor(page, 'usr_1')).toEqual({ status: 'ok', value: 'for usr_1 at 0' });
  expect(await stockFor(page, 'usr_1')).toEqual({ status: 'ok', value: 'for usr_1 at 0' });
  expect(loads).toHaveLength(1);
  expect(await stockFor(page, 'usr_2')).toEqual({ status: 'ok', value: 'for usr_2 at 0' });
  await stockFor(page, 'usr_1', 'SKU-2');
  expect(loads).toHaveLength(3);
});

it('shares with everyone what is for everyone', async () => {
  const { loads, stockFor } = pages();
  const page = stockPage({ ...keep, audience: 'everyone' });
  expect(await stockFor(page, 'usr_1')).toEqual(await stockFor(page, 'usr_2'));
  expect(loads).toHaveLength(1);
});

it('does not take one section for another, whatever the parts of their keys are', async () => {
  const { loads, stockFor } = pages();
  await stockFor(stockPage({ ...keep, key: () => ['a', 'b'] }), 'usr_1');
  await stockFor(stockPage({ ...keep, key: () => ['a/b'] }), 'usr_1');
  await stockFor(stockPage({ ...keep, key: () => ['a', 'b'], audience: 'everyone' }), 'usr_1');
  expect(loads).toHaveLength(3);
});

it('makes one load for 1,000 callers of a cold value', async () => {
  const { clock, loads, service, run } = pages();
  service.answer = () => new Promise((resolve) => clock.setTimer(20, () => resolve('7')));
  const page = stockPage({ ...keep, audience: 'everyone' });
  const results = Array.from({ length: 1000 }, (_, index) => run(page, `usr_${index}`));
  await clock.advanceBy(20);
  expect((await Promise.all(results)).every(({ kind }) => kind === 'answered')).toBe(true);
  expect(loads).toHaveLength(1);
});

it('shows a stale value with its age and the cause while the service is down, and no longer than its window', async () => {
  const { clock, service, stockFor } = pages();
  const page = stockPage(keep);
  await stockFor(page, 'usr_1');
  service.answer = outage;
  await clock.advanceBy(95_000);
  expect(await stockFor(page, 'usr_1')).toEqual({
    status: 'stale',
    value: 'for usr_1 at 0',
    ageMs: 95_000,
    failure: { code: 'DOWNSTREAM_UNAVAILABLE', service: 'inventory', retryable: true, retryAfterMs: 2000 },
  });
  await clock.advanceBy(30_000 + 300_000);
  expect(await stockFor(page, 'usr_1')).toBe('failed');
});

it('bounds a shared load by a deadline of its own, not by that of the page that asked first', async () => {
  const { clock, loads, service, run } = pages();
  service.answer = () => new Promise(() => {});
  const nearlyOver = Deadline.after(10, { clock });
  const first = run(stockPage(keep), 'usr_1', 'SKU-1', nearlyOver);
  await clock.advanceBy(30);
  expect(await first).toMatchObject({ kind: 'failed', failure: { code: 'DOWNSTREAM_TIMEOUT' } });
  expect(loads[0]?.signal.aborted).toBe(false);
  await clock.advanceBy(710);
  expect(loads[0]?.expired).toBe(true);
});

it('cancels the load when the only client that waits for it hangs up', async () => {
  const { clock, loads, service, run } = pages();
  service.answer = () => new Promise(() => {});
  const deadline = Deadline.after(740, { clock });
  const page = run(stockPage(keep), 'usr_1', 'SKU-1', deadline);
  await clock.settle();
  deadline.abort(new ClientGone());
  expect(await page).toMatchObject({ kind: 'aborted' });
  await clock.settle();
  expect(loads[0]?.signal.reason).toBeInstanceOf(ClientGone);
});

it('refuses to keep a section for no time at all', () => {
  expect(() => stockPage({ key: () => [] })).toThrow('keep needs a fresh time or a staleIfError window');
});

describe('a section that could only begin when the page was over, as what it needs hung', () => {
  const twoSections = pagesOver<{ readonly order: Load; readonly stock: Load }, { readonly caller: string }>()('order')
    .required('order', { load: ({ order }) => order(), view: text, keep: { key: () => [], staleIfError: '5m' } })
    .optional('stock', {
      needs: ['order'],
      load: ({ stock }) => stock(),
      view: text,
      keep: { key: () => [], staleIfError: '5m' },
    });

  function twoSectionPages() {
    const clock = new VirtualClock();
    const cache = createCache({ namespace: 'test', schemaVersion: '1', clock });
    const services = { order: () => Promise.resolve('order'), stock: jest.fn(() => Promise.resolve('stock')) };
    const run = () =>
      runPage(twoSections, {
        sources: () => services,
        input: { caller: 'usr_1' },
        deadline: Deadline.after(740, { clock }),
        clock,
        keeping: { cache, owner: 'usr_1', sharedLoadMs: 740 },
      });
    const hang = () => {
      services.order = () => new Promise(() => {});
    };
    return { clock, services, run, hang };
  }

  it('is shown from what was kept, and nothing is loaded for it', async () => {
    const { clock, services, run, hang } = twoSectionPages();
    await run();
    hang();
    const page = run();
    await clock.advanceBy(760);
    expect(await page).toMatchObject({
      outcomes: { order: { status: 'stale' }, stock: { status: 'stale', value: 'stock' } },
    });
    expect(services.stock).toHaveBeenCalledTimes(1);
  });

  it('has run out of budget when nothing was kept of it', async () => {
    const { clock, services, run, hang } = twoSectionPages();
    services.stock.mockImplementation(() =>
      Promise.reject(new DownstreamError('DOWNSTREAM_UNAVAILABLE', { service: 'inventory', operation: 'get' })),
    );
    await run();
    hang();
    const page = run();
    await clock.advanceBy(760);
    expect(await page).toMatchObject({
      outcomes: { stock: { status: 'failed', failure: { code: 'BUDGET_EXHAUSTED' } } },
    });
  });

  it('is reported as a defect of ours when its view throws, and not taken for a lack of time', async () => {
    const clock = new VirtualClock();
    const seen: unknown[] = [];
    const broken = new TypeError('oops');
    let breaks = false;
    const picky = view(z.string(), (value: string) => {
      if (breaks) throw broken;
      return value;
    });
    const kept = { key: () => [], staleIfError: '5m' } as const;
    const page = pagesOver<Load, { readonly caller: string }>()('order')
      .required('order', { load: (load) => load(), view: text, keep: kept })
      .optional('stock', { needs: ['order'], load: () => Promise.resolve('stock'), view: picky, keep: kept });
    const cache = createCache({ namespace: 'test', schemaVersion: '1', clock });
    let order: Load = () => Promise.resolve('order');
    const run = () =>
      runPage(page, {
        sources: () => () => order(),
        input: { caller: 'usr_1' },
        deadline: Deadline.after(740, { clock }),
        clock,
        keeping: { cache, owner: 'usr_1', sharedLoadMs: 740 },
        observer: { sectionThrew: ({ section, error }) => seen.push([section, error]) },
      });
    await run();
    order = () => new Promise(() => {});
    breaks = true;
    const result = run();
    await clock.advanceBy(760);
    expect(await result).toMatchObject({ outcomes: { stock: { failure: { code: 'DOWNSTREAM_BAD_RESPONSE' } } } });
    expect(seen).toContainEqual(['stock', broken]);
  });

  it('calls no service when the time is over but its timer has not fired yet', async () => {
    const { clock, services, run } = twoSectionPages();
    await run();
    // A busy process: the answer is handled before the timer that was due, and nothing is fresh.
    services.order = () => {
      jest.spyOn(clock, 'now').mockReturnValue(clock.now() + 800);
      return Promise.resolve('order');
    };
    await run();
    expect(services.stock).toHaveBeenCalledTimes(1);
  });
});
