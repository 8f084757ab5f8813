import type { Clock } from '@bff/clock';

/** One minute. A service that asks for more, by mistake or not, is asked again after this all the same. */
const LONGEST_RETRY_AFTER_MS = 60_000;

/** The three date forms of RFC 9110 §5.6.7 begin with the name of a day. */
const beginsWithDay = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/;

/**
 * Milliseconds until the service wants to be asked again (RFC 9110 §10.2.3): whole seconds or a date, cut at one minute.
 * A date that has passed is 0. Undefined when the header is missing or is neither.
 */
export function retryAfterMs(header: unknown, clock: Clock): number | undefined {
  if (typeof header !== 'string') return undefined;
  const delayMs = /^\d+$/.test(header) ? Number(header) * 1000 : untilDate(header, clock);
  return delayMs === undefined ? undefined : Math.min(Math.max(0, delayMs), LONGEST_RETRY_AFTER_MS);
}

function untilDate(header: string, clock: Clock): number | undefined {
  if (!beginsWithDay.test(header)) return undefined;
  // The oldest form names no zone; all three are GMT.
  const at = Date.parse(header.endsWith('GMT') ? header : `${header} GMT`);
  return Number.isNaN(at) ? undefined : at - clock.wallTime();
}
