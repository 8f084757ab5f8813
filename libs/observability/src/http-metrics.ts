import { Counter, Histogram, type Registry } from 'prom-client';
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

/** Why a request was refused before anything was done for it: too many are being answered, or the event loop is late. */
export type ShedReason = 'in-flight' | 'event-loop-delay';

const shedReasons: readonly ShedReason[] = ['in-flight', 'event-loop-delay'];

export interface HttpMetrics {
  /** `http_server_request_duration_seconds`, by the names of OpenTelemetry's semantic conventions. */
  served(request: ServedRequest): void;
  /** A request was refused because there are too many. It is counted here only, not among those that were served. */
  shed(reason: ShedReason): void;
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
  const shed = new Counter({
    name: 'bff_requests_shed_total',
    help: 'Requests that were refused at once because there were too many.',
    labelNames: ['reason'] as const,
    registers: [registry],
  });
  // There from the start, so that a rate can be had of the first ones.
  for (const reason of shedReasons) shed.inc({ reason }, 0);
  const shedFor = new Map(shedReasons.map((reason) => [reason, shed.labels(reason)]));
  const prepared = new Map<string, (seconds: number) => void>();
  return {
    shed: (reason) => shedFor.get(reason)?.inc(),
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
