import { BadRequest, ShuttingDown } from '@bff/errors';
import { FRESH_MS, cacheOnVirtualClock, failWith, failure, outage } from '../test/cache-fixture.ts';

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

  it.each([1, 500, 1000, 5000])('is not taken for older when the clock was stepped back by %d ms', async (backMs) => {
    const { clock, service, ask } = cacheOnVirtualClock();
    await ask();
    clock.advance(FRESH_MS);
    clock.stepWallTime(-FRESH_MS - backMs);
    service.answer = failWith(failure('NOT_FOUND'));
    await expect(ask()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    service.answer = failWith(outage);
    await expect(ask()).rejects.toBe(outage);
  });

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
