import { FRESH_MS, cacheOnVirtualClock, failWith, outage } from '../test/cache-fixture.ts';

describe('callers at the same time', () => {
  it('share one load, 10,000 of them', async () => {
    const { clock, service, ask, after } = cacheOnVirtualClock();
    service.answer = after(50, { sku: 'SKU-1' });
    const asked = Array.from({ length: 10_000 }, () => ask());
    await clock.advanceBy(50);
    const all = await Promise.all(asked);
    expect(service.calls).toBe(1);
    expect(all.every(({ status }) => status === 'loaded')).toBe(true);
    expect(clock.pendingTimers).toBe(0);
  });

  it('share one load that fails, and are each given the error or the stale value', async () => {
    const { clock, service, ask, failAfter } = cacheOnVirtualClock();
    await ask();
    clock.advance(FRESH_MS);
    service.calls = 0;
    service.answer = failAfter(50, outage);
    const asked = [ask(), ask(), ask({ staleIfErrorMs: 0 })];
    const settled = Promise.allSettled(asked);
    await clock.advanceBy(50);
    expect(service.calls).toBe(1);
    expect(await settled).toMatchObject([
      { value: { status: 'stale', cause: outage } },
      { value: { status: 'stale', cause: outage } },
      { reason: outage },
    ]);
  });

  it('do not share across keys', async () => {
    const { service, ask } = cacheOnVirtualClock();
    await Promise.all([ask({ key: ['a'] }), ask({ key: ['b'] })]);
    expect(service.calls).toBe(2);
  });

  it('may share one signal, also a thousand of them', async () => {
    const warning = jest.spyOn(process, 'emitWarning').mockImplementation(() => {});
    const { signal } = new AbortController();
    const { service, ask } = cacheOnVirtualClock();
    await Promise.all(Array.from({ length: 1_000 }, () => ask({ signal })));
    expect(service.calls).toBe(1);
    expect(warning).not.toHaveBeenCalled();
  });

  it('keep the value as long as the most patient of them wants', async () => {
    const { clock, service, ask, after } = cacheOnVirtualClock();
    service.answer = after(50, 'value');
    const asked = [ask({ freshMs: 10, staleIfErrorMs: 0 }), ask()];
    await clock.advanceBy(50);
    await Promise.all(asked);
    clock.advance(FRESH_MS);
    service.answer = failWith(outage);
    expect(await ask()).toMatchObject({ status: 'stale' });
  });
});

describe('a load that never ends', () => {
  it('holds its key for 30 s at most; what it brings later does not replace what is newer', async () => {
    const { clock, service, ask, after } = cacheOnVirtualClock();
    service.answer = after(31_000, 'older');
    const first = ask();
    await clock.advanceBy(30_000);
    service.answer = () => Promise.resolve('newer');
    expect(await ask()).toEqual({ status: 'loaded', value: 'newer' });
    await clock.advanceBy(1_000);
    expect(await first).toEqual({ status: 'loaded', value: 'older' });
    expect(await ask()).toEqual({ status: 'fresh', value: 'newer', ageMs: 1_000 });
  });

  it('does not take the load that followed it out of sight when it ends at last', async () => {
    const { clock, service, ask, after } = cacheOnVirtualClock();
    service.answer = after(31_000, 'older');
    const first = ask();
    await clock.advanceBy(30_000);
    service.answer = after(2_000, 'newer');
    const second = ask();
    await clock.advanceBy(1_000);
    await first;
    const third = ask({ freshMs: 1_000 });
    await clock.advanceBy(1_000);
    expect(await Promise.all([second, third])).toMatchObject([{ value: 'newer' }, { value: 'newer' }]);
    expect(service.calls).toBe(2);
  });
});
