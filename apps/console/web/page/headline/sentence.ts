import { duration, sinceMs } from '../words/durations.ts';
import type { Trouble } from './trouble.ts';

/** A trouble as one sentence: `payment: circuit open in mobile-bff since 12 s, mostly DOWNSTREAM_TIMEOUT.` */
export function sentenceOf(trouble: Trouble, now: number): string {
  const since = trouble.since === null ? '' : ` since ${duration(sinceMs(trouble.since, now))}`;
  const why = trouble.why === '' ? '' : `, ${trouble.why}`;
  return `${trouble.who}: ${trouble.what}${since}${why}.`;
}
