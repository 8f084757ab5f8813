import type { Traffic } from '../../../src/wire/index.ts';

/** Null where nothing was asked: none of nothing is not a success. */
export const errorShareOf = (traffic: Traffic | null): number | null =>
  traffic === null || traffic.ratePerSecond === 0 ? null : traffic.errorShare;
