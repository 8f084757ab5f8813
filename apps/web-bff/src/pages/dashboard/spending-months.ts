import type { TimeSpan } from '@bff/downstream-clients';

/** The present month and the eleven before it. */
const SHOWN_MONTHS = 12;

/** The months that spending is shown for, in UTC, oldest first: `2025-12` to `2026-11`. */
export const shownMonths = (nowMs: number): string[] =>
  Array.from({ length: SHOWN_MONTHS }, (_, index) => startOfMonth(nowMs, index + 1 - SHOWN_MONTHS).slice(0, 7));

/** From the start of the first of those months to the end of the present one. The same all month long. */
export const shownSpan = (nowMs: number): TimeSpan => ({
  from: startOfMonth(nowMs, 1 - SHOWN_MONTHS),
  to: startOfMonth(nowMs, 1),
});

/** `offset` months after the one that `nowMs` is in. */
function startOfMonth(nowMs: number, offset: number): string {
  const now = new Date(nowMs);
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1)).toISOString();
}
