import type { PageObserver } from '@bff/aggregation';
import { DeadlineExceeded, DownstreamError, isAbortReason, isAnswer } from '@bff/errors';
import type { Logger, Metrics, PageListener } from '@bff/observability';

/** Counts how pages end. */
export const countPages = ({ pages }: Metrics): PageListener => ({
  pageEnded({ page, client, ended }) {
    if (ended) pages.pageEnded({ page, outcome: ended.outcome, client });
  },
});

/**
 * Counts how sections end, and logs why a section failed. A section that failed for a reason of ours (an
 * exception in a loader or a view) is an error with its stack; one that a service failed is one line without.
 */
export function observePages(metrics: Metrics, logger: Logger): PageObserver {
  return {
    sectionEnded({ page, section, outcome }) {
      const code = outcome.status === 'ok' ? undefined : outcome.failure.code;
      metrics.pages.sectionEnded({ page, section, status: outcome.status, code });
    },
    sectionThrew({ page, section, requestId, error }) {
      if (error instanceof DeadlineExceeded) {
        // A kept section whose load is shared, and goes on: which service is late, the load's own line will tell.
        logger.warn({ page, section, requestId, code: 'DOWNSTREAM_TIMEOUT' }, 'section failed');
        return;
      }
      // A client that left, or a page that was settled without this section, is nobody's failure.
      if (isAbortReason(error)) return;
      if (!(error instanceof DownstreamError)) {
        logger.error({ page, section, requestId, err: error }, 'section failed by a defect of ours');
        return;
      }
      const { code, service, operation, detail } = error;
      const level = isAnswer(code) ? 'debug' : 'warn';
      logger[level]({ page, section, requestId, code, service, operation, detail }, 'section failed');
    },
  };
}
