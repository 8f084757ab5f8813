import type { HrTime } from '@opentelemetry/api';

const nanosPerMs = 1_000_000;
const nanosPerSecond = 1_000_000_000;

/**
 * A time as OpenTelemetry has it: seconds since the epoch, and nanoseconds. The offset is added to the fraction of a second
 * alone, because milliseconds since the epoch as one number are exact to 240 ns only.
 *
 * @param epochMs milliseconds since the Unix epoch
 */
export function spanTime(epochMs: number, offsetMs: number): HrTime {
  const seconds = Math.floor(epochMs / 1000);
  const nanos = Math.round((epochMs - seconds * 1000 + offsetMs) * nanosPerMs);
  const carried = Math.floor(nanos / nanosPerSecond);
  return [seconds + carried, nanos - carried * nanosPerSecond];
}
