import type { CountsAt } from './request-counts.ts';
import type { ServiceName } from '../../running/whole-system.ts';

/** The stretch of ten seconds in which a service had most requests for each page that needed it. */
export interface WorstWindow {
  readonly requests: number;
  readonly pages: number;
  readonly ratio: number;
}

const WINDOW_MS = 10_000;

/**
 * @param dueAtMs when each page that needs the service once was due, in order
 * @returns undefined when it was watched for less than ten seconds
 */
export function worstWindow(
  counts: readonly CountsAt[],
  service: ServiceName,
  dueAtMs: readonly number[],
): WorstWindow | undefined {
  let worst: WorstWindow | undefined;
  for (const from of counts) {
    const to = counts.find(({ askedAtMs }) => askedAtMs >= from.askedAtMs + WINDOW_MS);
    if (to === undefined) break;
    const requests = to.requests[service] - from.requests[service];
    const pages = dueAtMs.filter((at) => at >= from.askedAtMs && at < to.answeredAtMs).length;
    const ratio = pages === 0 ? 0 : requests / pages;
    if (worst === undefined || ratio > worst.ratio) worst = { requests, pages, ratio };
  }
  return worst;
}
