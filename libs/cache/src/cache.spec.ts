import { FRESH_MS, STALE_MS, cacheOnVirtualClock, failWith, outage } from '../test/cache-fixture.ts';

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
