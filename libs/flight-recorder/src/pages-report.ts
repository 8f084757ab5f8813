import type { Clock } from '@bff/clock';
import type { LastMinute } from './last-minute/last-minute.ts';
import type { PageReport } from './last-minute/page-minute.ts';
import { WINDOW_MS } from './last-minute/slices.ts';
import { type RecentPageReport, recentPageReport } from './recent-page-report.ts';
import type { RecentPages } from './recent-pages.ts';

/** What `GET /pages` answers. */
export interface PagesReport {
  readonly app: string;
  /** How far back pages are counted. */
  readonly windowMs: number;
  readonly pages: readonly PageReport[];
  /** The last degraded or failed ones, the newest first, however long ago. */
  readonly recent: readonly RecentPageReport[];
}

export function pagesReport({
  app,
  clock,
  minute,
  recent,
}: {
  readonly app: string;
  readonly clock: Clock;
  readonly minute: LastMinute;
  readonly recent: RecentPages;
}): PagesReport {
  return {
    app,
    windowMs: WINDOW_MS,
    pages: minute.report(clock.now()),
    recent: recent.list().map(recentPageReport),
  };
}
