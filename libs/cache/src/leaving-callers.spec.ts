import { ClientGone, DeadlineExceeded, PageSettled, ShuttingDown } from '@bff/errors';
import { FRESH_MS, cacheOnVirtualClock, outage } from '../test/cache-fixture.ts';
import { never } from '../test/scripted-store.ts';

describe('a caller that leaves', () => {
  it.each([new ClientGone(), new PageSettled(), new ShuttingDown()])(
    'for $name is let go at once, and the others get the value',
    async (reason) => {
      const { clock, service, ask, after } = cacheOnVirtualClock();
      service.answer = after(50, 'value');
      const leaving = new AbortController();
      const first = ask({ signal: leaving.signal });
      const second = ask();
      await clock.advanceBy(10);
      leaving.abort(reason);
      await expect(first).rejects.toBe(reason);
      expect(clock.now()).toBe(10);
      await clock.advanceBy(40);
      expect(await second).toEqual({ status: 'loaded', value: 'value' });
      expect(service.calls).toBe(1);
    },
  );

  it('is given no stale value: it is not there to get one', async () => {
    const { clock, service, ask } = cacheOnVirtualClock();
    await ask();
    clock.advance(FRESH_MS);
    service.answer = never;
    const leaving = new AbortController();
    const asked = ask({ signal: leaving.signal });
    leaving.abort(new ClientGone());
    await expect(asked).rejects.toBeInstanceOf(ClientGone);
  });

  it('takes the load along when it was the last one: a client that hangs up leaves no call behind', async () => {
    const { service, ask, cache } = cacheOnVirtualClock();
    service.answer = never;
    const [one, other] = [new AbortController(), new AbortController()];
    const asked = [ask({ signal: one.signal }), ask({ signal: other.signal })];
    one.abort(new ClientGone());
    await expect(asked[0]).rejects.toBeInstanceOf(ClientGone);
    expect(service.abandoned?.aborted).toBe(false);
    other.abort(new PageSettled());
    await expect(asked[1]).rejects.toBeInstanceOf(PageSettled);
    expect(service.abandoned?.reason).toBeInstanceOf(PageSettled);
    expect(cache.snapshot().flights).toBe(0);
  });

  it('leaves an abandoned load that ends all the same to be kept, and the next caller with a load of its own', async () => {
    const { clock, service, ask, after } = cacheOnVirtualClock();
    service.answer = after(50, 'value');
    const leaving = new AbortController();
    const asked = ask({ signal: leaving.signal });
    leaving.abort(new ClientGone());
    await expect(asked).rejects.toBeInstanceOf(ClientGone);
    service.answer = never;
    const next = ask();
    expect(service.calls).toBe(2);
    await clock.advanceBy(50);
    expect(await ask()).toEqual({ status: 'fresh', value: 'value', ageMs: 50 });
    void next.catch(() => {});
  });

  it('leaves the load to end when it was its deadline that passed', async () => {
    const { clock, service, ask, after, cache } = cacheOnVirtualClock();
    service.answer = after(50, 'value');
    const late = new AbortController();
    const asked = ask({ signal: late.signal });
    late.abort(new DeadlineExceeded());
    await expect(asked).rejects.toBeInstanceOf(DeadlineExceeded);
    expect(service.abandoned?.aborted).toBe(false);
    expect(cache.snapshot().flights).toBe(1);
    await clock.advanceBy(50);
    expect(await ask()).toEqual({ status: 'fresh', value: 'value', ageMs: 50 });
  });

  it('leaves no unhandled rejection when the load then fails', async () => {
    const { clock, service, ask, failAfter, cache } = cacheOnVirtualClock();
    service.answer = failAfter(50, outage);
    const leaving = new AbortController();
    const asked = ask({ signal: leaving.signal });
    leaving.abort(new ClientGone());
    await expect(asked).rejects.toBeInstanceOf(ClientGone);
    await clock.advanceBy(50);
    expect(cache.snapshot().flights).toBe(0);
  });

  it('had left before it asked: nothing is loaded for it', async () => {
    const { service, ask } = cacheOnVirtualClock();
    await ask();
    await expect(ask({ signal: AbortSignal.abort(new ClientGone()) })).rejects.toBeInstanceOf(ClientGone);
    await expect(ask({ key: ['b'], signal: AbortSignal.abort(new ClientGone()) })).rejects.toThrow(ClientGone);
    expect(service.calls).toBe(1);
  });

  it('is told by the observer as one that left, not as a failure', async () => {
    const { ask, fetches } = cacheOnVirtualClock();
    await ask({ signal: AbortSignal.abort(new ClientGone()) }).catch(() => {});
    await ask({ signal: AbortSignal.abort(new DeadlineExceeded()) }).catch(() => {});
    expect(fetches.map(({ outcome }) => outcome)).toEqual(['aborted', 'failed']);
  });

  it('leaves no listener on its signal', async () => {
    const { signal } = new AbortController();
    const added = jest.spyOn(signal, 'addEventListener');
    const removed = jest.spyOn(signal, 'removeEventListener');
    const { ask } = cacheOnVirtualClock();
    await ask({ signal });
    expect(added).toHaveBeenCalledTimes(1);
    expect(removed).toHaveBeenCalledTimes(1);
  });
});

describe('a deadline that passes while the load runs', () => {
  const deadline = new DeadlineExceeded();

  it('is met with the stale value, and the load goes on', async () => {
    const { clock, service, ask, after } = cacheOnVirtualClock();
    await ask();
    clock.advance(FRESH_MS);
    service.answer = after(2_000, 'late');
    const page = new AbortController();
    const asked = ask({ signal: page.signal });
    await clock.advanceBy(740);
    page.abort(deadline);
    expect(await asked).toEqual({ status: 'stale', value: 'value', ageMs: FRESH_MS + 740, cause: deadline });
    await clock.advanceBy(1_260);
    expect(await ask()).toMatchObject({ status: 'fresh', value: 'late' });
  });

  it('rejects when there is nothing to stand in', async () => {
    const { service, ask } = cacheOnVirtualClock();
    service.answer = never;
    const page = new AbortController();
    const asked = ask({ signal: page.signal });
    page.abort(deadline);
    await expect(asked).rejects.toBe(deadline);
  });

  it('and had passed before: what is kept is served, and nothing is loaded', async () => {
    const { clock, service, ask } = cacheOnVirtualClock();
    await ask();
    const signal = AbortSignal.abort(deadline);
    expect(await ask({ signal })).toMatchObject({ status: 'fresh' });
    clock.advance(FRESH_MS);
    expect(await ask({ signal })).toMatchObject({ status: 'stale', cause: deadline });
    await expect(ask({ signal, key: ['other'] })).rejects.toBe(deadline);
    expect(service.calls).toBe(1);
  });

  it('is each caller’s own: a hung load holds nobody longer', async () => {
    const { clock, service, ask } = cacheOnVirtualClock();
    await ask();
    clock.advance(FRESH_MS);
    service.answer = never;
    const pages = [new AbortController(), new AbortController()];
    const asked = pages.map(({ signal }) => ask({ signal }));
    pages[0]?.abort(deadline);
    expect(await asked[0]).toMatchObject({ status: 'stale' });
    await clock.advanceBy(100);
    pages[1]?.abort(deadline);
    expect(await asked[1]).toMatchObject({ status: 'stale', ageMs: FRESH_MS + 100 });
  });
});
