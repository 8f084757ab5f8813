import { randomOf } from './random.ts';

const first = (count: number, random = randomOf(1, 'user', 1)) => Array.from({ length: count }, () => random.next());

describe('the random stream of an entity', () => {
  it('is the same each time', () => expect(first(5)).toEqual(first(5)));

  // Frozen: a change here changes every id's data, and with it what people have written into their own tests.
  it('is the same for ever', () => {
    const random = randomOf(20_261_101, 'user', 1);
    expect([random.int(0, 999), random.int(0, 999), random.int(0, 999)]).toMatchInlineSnapshot(`
     [
       451,
       667,
       859,
     ]
    `);
  });

  it.each([
    ['seed', randomOf(2, 'user', 1)],
    ['kind', randomOf(1, 'order', 1)],
    ['index', randomOf(1, 'user', 2)],
  ])('is another one with another %s', (_, other) => expect(first(1, other)).not.toEqual(first(1)));

  it('spreads evenly over neighbouring indexes', () => {
    const buckets = Array<number>(10).fill(0);
    for (let index = 1; index <= 10_000; index += 1) {
      const bucket = Math.floor(randomOf(7, 'user', index).next() * 10);
      buckets[bucket] = (buckets[bucket] ?? 0) + 1;
    }
    for (const count of buckets) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it('gives integers within both bounds, each of them', () => {
    const random = randomOf(1, 'user', 1);
    const drawn = new Set(Array.from({ length: 200 }, () => random.int(3, 6)));
    expect([...drawn].toSorted()).toEqual([3, 4, 5, 6]);
  });
});
