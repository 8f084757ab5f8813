import { inBatches } from './batch.ts';

const ids = (count: number) => Array.from({ length: count }, (_, i) => `id_${i}`);

describe('inBatches', () => {
  it('asks nothing for nothing', async () => {
    const ask = jest.fn();
    await expect(inBatches([], 100, ask)).resolves.toEqual([]);
    expect(ask).not.toHaveBeenCalled();
  });

  it.each([100, 300])('asks once for up to %i, and for each id once', async (max) => {
    const ask = jest.fn(async (asked: readonly string[]) => asked);
    await expect(inBatches([...ids(max), ...ids(max)], max, ask)).resolves.toEqual(ids(max));
    expect(ask.mock.calls).toEqual([[ids(max)]]);
  });

  it('asks for more in several requests at once and keeps the order', async () => {
    const answers: (() => void)[] = [];
    const sizes: number[] = [];
    const all = inBatches(ids(201), 100, (asked) => {
      sizes.push(asked.length);
      return new Promise<readonly string[]>((resolve) => answers.push(() => resolve(asked)));
    });
    expect(sizes).toEqual([100, 100, 1]);
    for (const answer of answers.toReversed()) answer();
    await expect(all).resolves.toEqual(ids(201));
  });

  it('fails as a whole when one request fails', async () => {
    const failing = inBatches(ids(150), 100, async (asked) => {
      if (asked.length < 100) throw new Error('the second one failed');
      return asked;
    });
    await expect(failing).rejects.toThrow('the second one failed');
  });
});
