import type { Attributes } from '@opentelemetry/api';
import type { PageRecord, RecordedAttempt, RecordedSection } from '@bff/observability';

/**
 * Attributes by the names of OpenTelemetry's semantic conventions (1.45) where they have one, else with `bff.` before them.
 * None can hold more than a short, checked word of a client's, nor anything that a service said.
 */
export const pageAttributes = ({ page, ended, budgetMs, requestId, client }: PageRecord): Attributes => ({
  'bff.page': page,
  'bff.outcome': ended?.outcome,
  'bff.budget_ms': budgetMs,
  'bff.request_id': requestId,
  'bff.client': client,
});

export function sectionAttributes({ page }: PageRecord, { section, status, code }: RecordedSection): Attributes {
  const attributes: Attributes = { 'bff.page': page, 'bff.section': section, 'bff.status': status };
  if (code !== undefined) attributes['bff.code'] = code;
  return attributes;
}

export function attemptAttributes({ page }: PageRecord, attempt: RecordedAttempt): Attributes {
  const attributes: Attributes = {
    'bff.page': page,
    'bff.section': attempt.section,
    'bff.operation': attempt.operation,
    'bff.attempt': attempt.attempt,
    'bff.verdict': attempt.outcome,
    'server.service.name': attempt.service,
    // Its former name, by which today's backends draw the edge to a service that sends no spans.
    'peer.service': attempt.service,
  };
  if (attempt.attempt > 1) attributes['http.request.resend_count'] = attempt.attempt - 1;
  return attributes;
}
