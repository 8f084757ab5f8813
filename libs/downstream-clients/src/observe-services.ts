import type { Logger, Metrics } from '@bff/observability';
import type { PolicyObserver } from '@bff/resilience';

/** Counts what the policies of every service do, and logs the few things that somebody on call wants to read. */
export function observeServices(metrics: Metrics, logger: Logger): Required<PolicyObserver> {
  return {
    attemptEnded: (event) => metrics.downstream.attemptEnded(event),
    retried: (event) => metrics.downstream.retried(event),
    retryRefused: (event) => metrics.downstream.retryRefused(event),
    rejected: (event) => metrics.downstream.rejected(event),
    hedged: (event) => metrics.downstream.hedged(event),
    hedgeWon: (event) => metrics.downstream.hedgeWon(event),
    hedgeRefused: (event) => metrics.downstream.hedgeRefused(event),
    breakerChanged({ service, from, to, reason, openForMs }) {
      metrics.downstream.breakerChanged({ service, to });
      logger[to === 'closed' ? 'info' : 'warn']({ service, from, to, reason, openForMs }, 'circuit breaker changed');
    },
    unexpectedError({ service, operation, error }) {
      logger.error({ service, operation, err: error }, 'a downstream call failed by a defect of ours');
    },
  };
}
