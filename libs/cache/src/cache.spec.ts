import { BadRequest, DownstreamError, type SectionCode, ShuttingDown } from '@bff/errors';
import { FRESH_MS, STALE_MS, cacheOnVirtualClock, failWith } from '../test/cache-fixture.ts';

const failure = (code: SectionCode) => new DownstreamError(code, { service: 'inventory', operation: 'stock' });
const outage = failure('DOWNSTREAM_UNAVAILABLE');

describe('a value', () => {
  it('is loaded at first, and then served fresh with its age and no call', async () => {
    const { clock, service, ask } = cacheOnVirtualClock();
    expect(await ask()).toEqual({ status: 'loaded', value: 'value' });
    clock.advance(9_999);
    expect(await ask()).toEqual({ status: 'fresh', value: 'value', ageMs: 9_999 });
    expect(service.calls).toBe(1);
  });

  it('is loaded again when its fresh time is over', async () => {
    const { clock, service, ask } = cacheOnVirtualClock();
    await ask();
    clock.advance(FRESH_MS);
    service.answer = () => Promise.resolve('newer');
    expect(await ask()).toEqual({ status: 'loaded', value: 'newer' });
    clock.advance(1);
    expect(await ask()).toEqual({ status: 'fresh', value: 'newer', ageMs: 1 });
  });

  it('ages from when its load began: it is no younger than that', async () => {
    const { clock, service, ask, after } = cacheOnVirtualClock();
    service.answer = after(300, 'slow');
    const loading = ask();
    await clock.advanceBy(300);
    await loading;
    expect(await ask()).toEqual({ status: 'fresh', value: 'slow', ageMs: 300 });
  });

  it('ages by the monotonic clock: a date that is stepped changes nothing', async () => {
    const { clock, ask } = cacheOnVirtualClock();
    await ask();
    clock.stepWallTime(3_600_000);
    expect(await ask()).toMatchObject({ status: 'fresh', ageMs: 0 });
    clock.stepWallTime(-7_200_000);
    expect(await ask()).toMatchObject({ status: 'fresh', ageMs: 0 });
  });

  it('is replaced by a newer one also after the date was stepped back', async () => {
    const { clock, service, ask } = cacheOnVirtualClock();
    await ask();
    clock.stepWallTime(-3_600_000);
    clock.advance(FRESH_MS);
    service.answer = () => Promise.resolve('newer');
    await ask();
    expect(await ask()).toMatchObject({ status: 'fresh', value: 'newer' });
  });

  it('is another one under another key', async () => {
    const { service, ask } = cacheOnVirtualClock();
    await ask({ key: ['a', 'b'] });
    service.answer = () => Promise.resolve('other');
    expect(await ask({ key: ['a:b'] })).toEqual({ status: 'loaded', value: 'other' });
  });
});

describe('a load that fails', () => {
  it('is made up for by the kept value, with its age and the cause', async () => {
    const { clock, service, ask } = cacheOnVirtualClock();
    await ask();
    clock.advance(95_000 - STALE_MS);
    service.answer = failWith(outage);
    expect(await ask()).toEqual({ status: 'stale', value: 'value', ageMs: 35_000, cause: outage });
  });

  it('is made up for until fresh time and window are both over (RFC 5861)', async () => {
    const { clock, service, ask } = cacheOnVirtualClock();
    await ask();
    service.answer = failWith(outage);
    clock.advance(FRESH_MS + STALE_MS - 1);
    expect(await ask()).toMatchObject({ status: 'stale', ageMs: 69_999 });
    clock.advance(1);
    await expect(ask()).rejects.toBe(outage);
  });

  it('rejects with its own error when nothing is kept', async () => {
    const { service, ask } = cacheOnVirtualClock();
    service.answer = failWith(outage);
    await expect(ask()).rejects.toBe(outage);
  });

  it('is not kept: the next one is made at once', async () => {
    const { service, ask } = cacheOnVirtualClock();
    service.answer = failWith(outage);
    await expect(ask()).rejects.toBe(outage);
    service.answer = () => Promise.resolve('back');
    expect(await ask()).toEqual({ status: 'loaded', value: 'back' });
  });

  it('is made up for when it throws at once, and when it is a bug', async () => {
    const { clock, ask } = cacheOnVirtualClock();
    await ask();
    clock.advance(FRESH_MS);
    const bug = new TypeError('cannot read properties of undefined');
    const load = () => {
      throw bug;
    };
    expect(await ask({ load })).toMatchObject({ status: 'stale', cause: bug });
  });

  it('is never made up for where no stale window is declared', async () => {
    const { clock, service, ask } = cacheOnVirtualClock();
    const payment = { staleIfErrorMs: 0 };
    await ask(payment);
    clock.advance(FRESH_MS);
    service.answer = failWith(outage);
    await expect(ask(payment)).rejects.toBe(outage);
  });

  it('is made up for as the request at hand allows, whatever the one that stored it did', async () => {
    const { clock, service, ask } = cacheOnVirtualClock();
    await ask();
    clock.advance(5_000);
    service.answer = failWith(outage);
    await expect(ask({ freshMs: 1_000, staleIfErrorMs: 3_999 })).rejects.toBe(outage);
    expect(await ask({ freshMs: 1_000, staleIfErrorMs: 4_001 })).toMatchObject({ status: 'stale', ageMs: 5_000 });
  });
});

describe('a value that is never fresh', () => {
  const onlyForOutages = { freshMs: 0 };

  it('is loaded every time, and stands in when that fails', async () => {
    const { clock, service, ask } = cacheOnVirtualClock();
    expect(await ask(onlyForOutages)).toMatchObject({ status: 'loaded' });
    expect(await ask(onlyForOutages)).toMatchObject({ status: 'loaded' });
    expect(service.calls).toBe(2);
    service.answer = failWith(outage);
    expect(await ask(onlyForOutages)).toEqual({ status: 'stale', value: 'value', ageMs: 0, cause: outage });
    clock.advance(STALE_MS);
    await expect(ask(onlyForOutages)).rejects.toBe(outage);
  });

  it('is replaced by the next load even within one millisecond', async () => {
    const { service, ask } = cacheOnVirtualClock();
    await ask(onlyForOutages);
    service.answer = () => Promise.resolve('newer');
    await ask(onlyForOutages);
    service.answer = failWith(outage);
    expect(await ask(onlyForOutages)).toMatchObject({ status: 'stale', value: 'newer' });
  });

  it('and never stale is not kept at all', async () => {
    const { cache, ask } = cacheOnVirtualClock();
    await ask({ freshMs: 0, staleIfErrorMs: 0 });
    expect(cache.snapshot().memory.entries).toBe(0);
  });
});

describe('an answer', () => {
  it.each(['NOT_FOUND', 'FORBIDDEN'] as const)(
    '%s is never hidden by a stale value, which is removed',
    async (code) => {
      const { clock, service, ask } = cacheOnVirtualClock();
      await ask();
      clock.advance(FRESH_MS);
      const answer = failure(code);
      service.answer = failWith(answer);
      await expect(ask()).rejects.toBe(answer);
      service.answer = failWith(outage);
      await expect(ask()).rejects.toBe(outage);
    },
  );

  it('is not undone by a slower load that began before it', async () => {
    const { clock, service, ask, after } = cacheOnVirtualClock();
    service.answer = after(40_000, 'as it was before');
    const slow = ask();
    await clock.advanceBy(30_000);
    service.answer = failWith(failure('NOT_FOUND'));
    await expect(ask()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await clock.advanceBy(10_000);
    expect(await slow).toEqual({ status: 'loaded', value: 'as it was before' });
    service.answer = failWith(outage);
    await expect(ask()).rejects.toBe(outage);
  });

  it('is not for ever: what is there again is kept again', async () => {
    const { service, ask } = cacheOnVirtualClock();
    service.answer = failWith(failure('NOT_FOUND'));
    await expect(ask()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    service.answer = () => Promise.resolve('there now');
    await ask();
    expect(await ask()).toEqual({ status: 'fresh', value: 'there now', ageMs: 0 });
  });
});

describe('what no other value can answer', () => {
  it.each([
    ['a request at fault', new BadRequest([{ in: 'query', field: 'cursor', reason: 'is not one of ours' }])],
    ['a shutdown', new ShuttingDown()],
  ])('%s rejects, and what is kept stays', async (_what, error) => {
    const { clock, service, ask } = cacheOnVirtualClock();
    await ask();
    clock.advance(FRESH_MS);
    service.answer = failWith(error);
    await expect(ask()).rejects.toBe(error);
    service.answer = failWith(outage);
    expect(await ask()).toMatchObject({ status: 'stale', value: 'value' });
  });
});

describe('the value that a caller gets', () => {
  it('is its own: what it does to it, nobody else sees', async () => {
    const { service, ask } = cacheOnVirtualClock();
    service.answer = () => Promise.resolve({ lines: [1] });
    const all = await Promise.all([ask(), ask(), ask()]);
    for (const { value } of all) (value as { lines: number[] }).lines.push(2);
    expect(all.map(({ value }) => value)).toEqual(Array.from({ length: 3 }, () => ({ lines: [1, 2] })));
    expect(await ask()).toMatchObject({ status: 'fresh', value: { lines: [1] } });
  });

  it('keeps its types', async () => {
    const value = { at: new Date(5), ids: new Set(['a']), byId: new Map([['a', { n: 1 }]]) };
    const { service, ask } = cacheOnVirtualClock();
    service.answer = () => Promise.resolve(value);
    await ask();
    expect(await ask()).toStrictEqual({ status: 'fresh', value, ageMs: 0 });
  });

  it('is served though it cannot be kept, and the place is told', async () => {
    const { service, ask, refused } = cacheOnVirtualClock();
    service.answer = () => Promise.resolve({ price: Number.NaN });
    expect(await Promise.all([ask(), ask()])).toEqual(
      Array.from({ length: 2 }, () => ({ status: 'loaded', value: { price: Number.NaN } })),
    );
    expect(await ask()).toMatchObject({ status: 'loaded' });
    expect(String(refused[0])).toContain('$.price cannot be kept: NaN');
  });
});

describe('the observer', () => {
  it('is told how each fetch ended, and of each load once', async () => {
    const { clock, service, ask, fetches, loads } = cacheOnVirtualClock();
    await Promise.all([ask(), ask()]);
    await ask();
    clock.advance(FRESH_MS);
    service.answer = failWith(outage);
    await ask();
    service.answer = failWith(failure('NOT_FOUND'));
    await ask().catch(() => {});
    service.answer = failWith(outage);
    await ask().catch(() => {});
    expect(fetches.map(({ outcome, ageMs }) => [outcome, ageMs])).toEqual([
      ['loaded', undefined],
      ['loaded', undefined],
      ['fresh', 0],
      ['stale', FRESH_MS],
      ['answer', undefined],
      ['failed', undefined],
    ]);
    expect(loads.map(({ outcome }) => outcome)).toEqual(['ok', 'failed', 'failed', 'failed']);
    expect(fetches[0]?.key).toEqual(['section']);
  });

  it('harms no fetch when it throws', async () => {
    const warning = jest.spyOn(process, 'emitWarning').mockImplementation(() => {});
    const observer = {
      fetchEnded: () => {
        throw new Error('broken metric');
      },
      loadEnded: () => Promise.reject(new Error('broken metric')),
    };
    const { clock, ask } = cacheOnVirtualClock(undefined, { observer });
    expect(await ask()).toMatchObject({ status: 'loaded' });
    expect(await ask()).toMatchObject({ status: 'fresh' });
    await clock.settle();
    expect(warning).toHaveBeenCalledTimes(1);
  });
});
