import { VirtualClock } from '@bff/testing';
import { retryAfterMs } from './retry-after.ts';

describe('retryAfterMs', () => {
  const clock = new VirtualClock({ wallTime: Date.UTC(2026, 0, 1, 12, 0, 0) });

  it.each([
    ['0', 0],
    ['7', 7_000],
    ['60', 60_000],
    ['61', 60_000],
    ['9'.repeat(400), 60_000],
  ])('reads %s as seconds, up to a minute', (header, ms) => {
    expect(retryAfterMs(header, clock)).toBe(ms);
  });

  it.each([
    ['Thu, 01 Jan 2026 12:00:05 GMT', 5_000],
    ['Thursday, 01-Jan-26 12:00:05 GMT', 5_000],
    ['Thu Jan  1 12:00:05 2026', 5_000],
    ['Thu, 01 Jan 2026 11:59:00 GMT', 0],
    ['Fri, 02 Jan 2026 12:00:00 GMT', 60_000],
  ])('reads %s as a date of RFC 9110', (header, ms) => {
    expect(retryAfterMs(header, clock)).toBe(ms);
  });

  it.each([undefined, '', '-1', '1.5', 'soon', '2026-01-01T12:00:05Z', 'Thu, never', ['1', '2']])(
    'makes nothing of %j',
    (header) => {
      expect(retryAfterMs(header, clock)).toBeUndefined();
    },
  );
});
