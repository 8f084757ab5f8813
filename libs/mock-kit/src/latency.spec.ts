import { ClientGone } from '@bff/errors';
import { VirtualClock } from '@bff/testing';
import { createLatency } from './latency.ts';

const draw = (count: number, options: { medianMs?: number; seed?: number; sigma?: number } = {}) => {
  const latency = createLatency({ medianMs: 40, clock: new VirtualClock(), ...options });
  return Array.from({ length: count }, () => latency.nextMs());
};

const quantile = (values: readonly number[], q: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * q)] ?? Number.NaN;

describe('latency', () => {
  it('has the median that it was given', () => {
    expect(quantile(draw(5000), 0.5)).toBeGreaterThan(38.5);
    expect(quantile(draw(5000), 0.5)).toBeLessThan(41.5);
  });

  // Of a log-normal with sigma 0.35: e^(±1.645 × 0.35) times the median at 5 % and 95 %.
  it('has the long tail of a log-normal', () => {
    expect(quantile(draw(5000), 0.95) / 40).toBeCloseTo(1.78, 1);
    expect(quantile(draw(5000), 0.05) / 40).toBeCloseTo(0.56, 1);
  });

  it('is the same sequence with the same seed, and another with another', () => {
    expect(draw(10)).toEqual(draw(10));
    expect(draw(10, { seed: 2 })).not.toEqual(draw(10));
  });

  it('of 0 is none: nothing is waited for', async () => {
    const clock = new VirtualClock();
    await createLatency({ medianMs: 0, clock }).wait(new AbortController().signal);
    expect(clock.pendingTimers).toBe(0);
  });

  it('is waited out on the injected clock', async () => {
    const clock = new VirtualClock();
    let over = false;
    const waiting = createLatency({ medianMs: 40, sigma: 0, clock })
      .wait(new AbortController().signal)
      .then(() => (over = true));
    await clock.advanceBy(39);
    expect(over).toBe(false);
    await clock.advanceBy(1);
    await waiting;
    expect(over).toBe(true);
  });

  it('ends at once for a client that has gone, and leaves no timer', async () => {
    const clock = new VirtualClock();
    const client = new AbortController();
    const waiting = createLatency({ medianMs: 40, clock }).wait(client.signal);
    client.abort(new ClientGone());
    await expect(waiting).rejects.toBeInstanceOf(ClientGone);
    expect(clock.pendingTimers).toBe(0);
  });

  it('does not start for a client that had gone before', async () => {
    const clock = new VirtualClock();
    const gone = AbortSignal.abort(new ClientGone());
    await expect(createLatency({ medianMs: 40, clock }).wait(gone)).rejects.toBeInstanceOf(ClientGone);
    expect(clock.pendingTimers).toBe(0);
  });
});
