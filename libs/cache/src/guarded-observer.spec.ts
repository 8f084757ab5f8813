import { FRESH_MS, cacheOnVirtualClock, failWith, failure, outage } from '../test/cache-fixture.ts';

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
