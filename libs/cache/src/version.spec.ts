import { VirtualClock } from '@bff/testing';
import { CLOCK_TOLERANCE_MS, type Version, isFromTheFuture, supersedes, versionSource } from './version.ts';

const NOW = 1_800_000_000_000;
const version = (at: number, tie = 0): Version => ({ at, tie });

describe('which of two values is newer', () => {
  it('is the one whose load began later', () => {
    expect(supersedes(version(NOW), version(NOW - 1), NOW)).toBe(true);
    expect(supersedes(version(NOW - 1), version(NOW), NOW)).toBe(false);
  });

  it('is decided by the tie of two in one millisecond, the same way for everybody', () => {
    expect(supersedes(version(NOW, 2), version(NOW, 1), NOW)).toBe(true);
    expect(supersedes(version(NOW, 1), version(NOW, 2), NOW)).toBe(false);
  });

  it('is not the same one once more', () => {
    expect(supersedes(version(NOW, 1), version(NOW, 1), NOW)).toBe(false);
  });

  it('is any one, where there was none', () => {
    expect(supersedes(version(0), undefined, NOW)).toBe(true);
  });

  it('is not one that is dated ahead of the clock by more than clocks differ', () => {
    const ahead = NOW + CLOCK_TOLERANCE_MS;
    expect(supersedes(version(NOW), version(ahead), NOW)).toBe(false);
    expect(supersedes(version(NOW), version(ahead + 1), NOW)).toBe(true);
  });
});

describe('the versions of a replica', () => {
  it('rise from load to load, within a millisecond too', () => {
    const clock = new VirtualClock({ wallTime: NOW });
    const next = versionSource(clock, () => 0.5);
    const [first, second] = [next(undefined), next(undefined)];
    expect(supersedes(second, first, NOW)).toBe(true);
    clock.advance(1);
    expect(supersedes(next(undefined), second, NOW)).toBe(true);
  });

  it.each([1, 500, CLOCK_TOLERANCE_MS, CLOCK_TOLERANCE_MS + 1, 3_600_000])(
    'are newer than what is kept, when the clock was stepped back by %d ms',
    (backMs) => {
      const clock = new VirtualClock({ wallTime: NOW });
      const next = versionSource(clock, () => 0.5);
      const kept = next(undefined);
      clock.stepWallTime(-backMs);
      expect(supersedes(next(kept), kept, clock.wallTime())).toBe(true);
      // Nor are they dated further ahead than others believe.
      expect(isFromTheFuture(next(kept), clock.wallTime())).toBe(false);
    },
  );

  it('are newer than one whose load began before, whatever its date', () => {
    const clock = new VirtualClock({ wallTime: NOW });
    const next = versionSource(clock, () => 0.5);
    const first = next(undefined);
    clock.stepWallTime(-5000);
    const second = next(undefined);
    // While it was loading the clock was put right.
    clock.stepWallTime(5000);
    expect(supersedes(second, first, clock.wallTime())).toBe(true);
    expect(supersedes(first, second, clock.wallTime())).toBe(false);
  });

  it('are dated by the clock again once it has caught up', () => {
    const clock = new VirtualClock({ wallTime: NOW });
    const next = versionSource(clock, () => 0.5);
    const kept = next(undefined);
    clock.stepWallTime(-500);
    clock.advance(501);
    expect(next(kept).at).toBe(NOW + 1);
  });

  it('are not those of another replica', () => {
    const clock = new VirtualClock({ wallTime: NOW });
    expect(versionSource(clock, () => 0.1)(undefined)).not.toEqual(versionSource(clock, () => 0.2)(undefined));
  });

  it('stay exact numbers for as long as a process can live', () => {
    const clock = new VirtualClock({ wallTime: NOW });
    const next = versionSource(clock, () => 0.999_999_9);
    const { tie } = next(undefined);
    expect(tie).toBe(1_999_999);
    expect(Number.isSafeInteger(9e9 * 1_000_000 + tie)).toBe(true);
  });
});
