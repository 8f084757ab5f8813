import { Histogram, type Registry } from 'prom-client';
import { durationBucketsSeconds } from './duration-buckets.ts';

/** One answered or abandoned request. */
export interface ServedRequest {
  method: string;
  /** The route's template (`/v1/orders/:orderId`), never the path: ids would make a time series each. */
  route: string;
  /** 499 when the client left before an answer was written. */
  status: number;
  durationMs: number;
}

/** `http_server_request_duration_seconds`, by the names of OpenTelemetry's semantic conventions. */
export interface HttpMetrics {
  served(request: ServedRequest): void;
}

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT']);

/** The route of a request that matched none. */
export const UNMATCHED_ROUTE = 'unmatched';

export function createHttpMetrics(registry: Registry): HttpMetrics {
  const duration = new Histogram({
    name: 'http_server_request_duration_seconds',
    help: 'Time from the request head being read to the response being written or abandoned.',
    labelNames: ['http_request_method', 'http_route', 'http_response_status_code'] as const,
    buckets: durationBucketsSeconds,
    registers: [registry],
  });
  const prepared = new Map<string, (seconds: number) => void>();
  return {
    served({ method, route, status, durationMs }) {
      // A client can invent methods; OpenTelemetry's name for those is _OTHER.
      const known = knownMethods.has(method) ? method : '_OTHER';
      const key = `${known} ${route} ${status}`;
      let observe = prepared.get(key);
      if (observe === undefined) {
        observe = duration.labels(known, route, String(status)).observe;
        prepared.set(key, observe);
      }
      observe(durationMs / 1000);
    },
  };
}
