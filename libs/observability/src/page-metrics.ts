import { Counter, type Registry } from 'prom-client';

/**
 * How a page ended: whole, partial, as an error of ours or of a service, with a no that is an answer (a bad cursor, an order
 * that does not exist or is not the caller's), or with the client gone. Only `degraded` and `failed` are anybody's fault on
 * this side: a caller who makes up ids must not be able to raise an alarm.
 */
export type PageOutcome = 'complete' | 'degraded' | 'failed' | 'refused' | 'aborted';

/** Any client can call itself anything. Those that come after so many different ones are `other`. */
const MOST_CLIENTS = 50;

export interface PageMetrics {
  /** One request for a page ended. `client` as `clientVersionOf` gives it; default `unknown`. */
  pageEnded(event: { page: string; outcome: PageOutcome; client?: string }): void;
  /** One section of it ended. `code` says why it is not `ok`; left out it is counted as `none`. */
  sectionEnded(event: {
    page: string;
    section: string;
    status: 'ok' | 'stale' | 'failed';
    code?: string | undefined;
  }): void;
}

export function createPageMetrics(registry: Registry): PageMetrics {
  const registers = [registry];
  const requests = new Counter({
    name: 'bff_page_requests_total',
    help: 'Requests for a page by how they ended.',
    labelNames: ['page', 'outcome'] as const,
    registers,
  });
  const clients = new Counter({
    name: 'bff_page_requests_by_client_total',
    help: 'Requests for a page by client app and version, and how they ended.',
    labelNames: ['client', 'outcome'] as const,
    registers,
  });
  const seen = new Set<string>();
  const sections = new Counter({
    name: 'bff_section_outcomes_total',
    help: 'Sections of pages by how they ended and why.',
    labelNames: ['page', 'section', 'status', 'code'] as const,
    registers,
  });
  return {
    pageEnded({ page, outcome, client = 'unknown' }) {
      requests.inc({ page, outcome });
      if (seen.size < MOST_CLIENTS) seen.add(client);
      clients.inc({ client: seen.has(client) ? client : 'other', outcome });
    },
    sectionEnded: ({ page, section, status, code = 'none' }) => sections.inc({ page, section, status, code }),
  };
}
