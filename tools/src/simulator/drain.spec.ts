import DataLoader from 'dataloader';
import { drain, ranOn } from './drain.ts';
import { playSchedules } from './play-schedules.ts';

/** Something that is used once in each step of a chain. */
function used() {
  let uses = 0;
  return { use: () => void (uses += 1), uses: () => uses };
}

describe('a drain', () => {
  it.each([1, 10, 500])('lets a chain of %d promises run to its end', async (length) => {
    const { use, uses } = used();
    const chain = async () => {
      for (let step = 0; step < length; step += 1) {
        await Promise.resolve();
        use();
      }
    };
    void chain();
    await drain(uses);
    expect(uses()).toBe(length);
  });

  it('lets the batch of a DataLoader run, and a batch that it leads to', async () => {
    const { use, uses } = used();
    const loader = () => new DataLoader<number, number>(async (keys) => (use(), keys), { cache: false });
    const first = loader();
    const second = loader();
    void first
      .load(1)
      .then((key) => second.load(key))
      .then(use);
    await drain(uses);
    expect(uses()).toBe(3);
    expect(await ranOn(uses)).toBe(false);
  });

  it('says so when something runs in circles', async () => {
    const { use, uses } = used();
    let left = 5000;
    const circle = (): void => {
      use();
      left -= 1;
      if (left > 0) process.nextTick(() => void Promise.resolve().then(circle));
    };
    circle();
    await expect(drain(uses)).rejects.toThrow('something still runs after 1000 ticks');
    left = 0;
  });
});

describe('the audit of drains', () => {
  it('finds nothing that a drain has left behind in 150 schedules', async () => {
    const { violation } = await playSchedules({ seed: 1, schedules: 150, audited: true });
    expect(violation?.message).toBeUndefined();
  });

  it.each([
    ['does nothing', () => Promise.resolve()],
    [
      'waits for a few promises only',
      async () => {
        for (let promises = 0; promises < 3; promises += 1) await Promise.resolve();
      },
    ],
  ])('finds a drain that %s', async (_what, drained) => {
    const { violation } = await playSchedules({ seed: 1, schedules: 20, audited: true, drained });
    expect(violation?.invariant).toBe('drained');
  });
});
