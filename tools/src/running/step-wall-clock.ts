const RealDate = Date;
let offMs = 0;

/** `Date` as it would be on a machine whose date was set to something else. */
class SteppedDate extends RealDate {
  constructor(...given: [] | [string | number | Date]) {
    if (given.length === 0) super(SteppedDate.now());
    else super(...(given as [string]));
  }

  static override now(): number {
    return RealDate.now() + offMs;
  }
}

/** Puts this process's wall clock so far from the true time. Timers and `performance.now()` do not notice. */
export function stepWallClock(ms: number): void {
  offMs = ms;
  globalThis.Date = SteppedDate as DateConstructor;
}
