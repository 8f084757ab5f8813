import type { PageRecord, SectionCalls, TraceContext } from '@bff/observability';
import type { Deadline } from '@bff/resilience';

/** What every downstream call of one section carries. */
export interface SectionCall {
  readonly deadline: Deadline;
  readonly requestId: string;
  /** The section's span. */
  readonly trace: TraceContext;
  readonly calls: SectionCalls;
}

/** Binds the calls of a section to the page's record. */
export function sectionCall(record: PageRecord, deadline: Deadline, section: string): SectionCall {
  const calls = record.callsOf(section);
  return { deadline, requestId: record.requestId, trace: calls.trace, calls };
}
