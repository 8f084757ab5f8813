import type { PageReport, PagesReport, RecentPage, SectionReport } from '../../../src/wire/index.ts';

const pagesByApp: Readonly<Record<string, readonly string[]>> = {
  'mobile-bff': ['home', 'order', 'orders', 'profile'],
  'web-bff': ['dashboard', 'order', 'products'],
  'graphql-bff': ['operation'],
};

const quantiles = (p50: number, p95: number, p99: number) => ({ p50, p95, p99 });

function section(name: string, startMs: number, endMs: number, failed = 0): SectionReport {
  return {
    section: name,
    ok: 730 - failed,
    stale: 0,
    failed,
    codes: failed > 0 ? { DOWNSTREAM_TIMEOUT: 24, DOWNSTREAM_CIRCUIT_OPEN: failed - 24 } : {},
    startMs: quantiles(startMs, startMs + 2, startMs + 5),
    endMs: failed > 0 ? quantiles(startMs + 2, 502, 503) : quantiles(endMs, endMs * 1.8, endMs * 2.6),
  };
}

function report(page: string, hasTrouble: boolean): PageReport {
  const failed = hasTrouble && page === 'order' ? 300 : 0;
  return {
    page,
    budgetMs: 740,
    outcomes: { complete: 730 - failed, degraded: failed, failed: 0, refused: 3, aborted: 2 },
    durationMs: quantiles(74, failed > 0 ? 508 : 152, failed > 0 ? 512 : 228),
    sections: [
      section('order', 1, 20),
      section('customer', 21, 34),
      section('payment', 21, 88, failed),
      section('stock', 21, 46),
    ],
  };
}

export const requestId = (index: number): string => `0b0f7c1e-93d1-4a6f-8f2e-00000000000${index}`;

function recent(now: number, app: string, index: number): RecentPage {
  const refused = index > 1;
  return {
    requestId: app === 'mobile-bff' ? requestId(index) : requestId(index).replace('0b0f', app.slice(0, 4)),
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    at: new Date(now - index * 700).toISOString(),
    page: 'order',
    client: 'ios/5.2',
    outcome: 'degraded',
    durationMs: refused ? 62.4 : 512.3,
    budgetMs: 740,
    sections: [
      { section: 'order', startMs: 1.2, endMs: 21.4, status: 'ok' },
      { section: 'customer', startMs: 21.6, endMs: 36, status: 'ok' },
      refused
        ? { section: 'payment', startMs: 21.6, endMs: 21.9, status: 'failed', code: 'DOWNSTREAM_CIRCUIT_OPEN' }
        : { section: 'payment', startMs: 21.6, endMs: 511.8, status: 'failed', code: 'DOWNSTREAM_TIMEOUT' },
      { section: 'stock', startMs: 21.6, endMs: 60.1, status: 'stale', code: 'DOWNSTREAM_UNAVAILABLE' },
    ],
    attempts: [
      attempt('order', 'order', 'getOrder', 1, 1.3, 21.2, 'ok'),
      attempt('customer', 'user', 'getUser', 1, 21.7, 35.8, 'ok'),
      refused
        ? attempt('payment', 'payment', 'getPayments', 0, 21.7, 21.8, 'DOWNSTREAM_CIRCUIT_OPEN')
        : attempt('payment', 'payment', 'getPayments', 1, 21.7, 511.7, 'DOWNSTREAM_TIMEOUT'),
      attempt('stock', 'inventory', 'getStock', 1, 21.7, 38, 'DOWNSTREAM_UNAVAILABLE'),
      attempt('stock', 'inventory', 'getStock', 2, 52.1, 60, 'DOWNSTREAM_UNAVAILABLE'),
    ],
  };
}

const attempt = (
  name: string,
  service: string,
  operation: string,
  number: number,
  startMs: number,
  endMs: number,
  outcome: string,
) => ({
  section: name,
  service,
  operation,
  attempt: number,
  startMs,
  endMs,
  outcome,
});

/** The last minute of a BFF's pages; with trouble, order pages miss their payment. */
export const pagesOf = (now: number, app: string, hasTrouble: boolean): PagesReport => ({
  app,
  windowMs: 60_000,
  pages: (pagesByApp[app] ?? []).map((page) => report(page, hasTrouble)),
  recent: hasTrouble ? Array.from({ length: 5 }, (_, index) => recent(now, app, index)) : [],
});
