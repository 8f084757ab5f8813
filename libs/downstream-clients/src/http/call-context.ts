import type { SectionCalls, TraceContext } from '@bff/observability';
import type { CallScope } from '@bff/resilience';

/** What every call carries: the page's deadline and the identity of the request that it serves. */
export interface CallContext extends CallScope {
  /** Sent as `x-request-id`, so that one request can be followed through the logs of every service. */
  readonly requestId: string;
  /** Where the request stands in its trace. Each attempt is a span of its own below it (W3C Trace Context). */
  readonly trace?: TraceContext | undefined;
  /** Told how each attempt ended. */
  readonly calls?: SectionCalls | undefined;
}
