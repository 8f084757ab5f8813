import { spanTime } from './span-time.ts';

it('keeps every nanosecond of an offset', () => {
  expect(spanTime(1_767_236_645_123, 0.000001)).toEqual([1_767_236_645, 123_000_001]);
  expect(spanTime(1_767_236_645_123, 512.345678)).toEqual([1_767_236_645, 635_345_678]);
});

it('carries over into the next second, and back into the one before', () => {
  expect(spanTime(1_767_236_645_999, 1)).toEqual([1_767_236_646, 0]);
  expect(spanTime(1_767_236_645_999, 2500.5)).toEqual([1_767_236_648, 499_500_000]);
  expect(spanTime(1_767_236_645_000, -0.5)).toEqual([1_767_236_644, 999_500_000]);
});

it('never rounds up to a second’s worth of nanoseconds', () => {
  expect(spanTime(1_767_236_645_000, 999.9999999)).toEqual([1_767_236_646, 0]);
});
