import { cacheOnVirtualClock } from '../test/cache-fixture.ts';

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
