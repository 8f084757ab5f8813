import { DeadlineExceeded } from '@bff/errors';
import type { AttemptRecord } from '../records.ts';

/**
 * An attempt that got less than half of its limit fails to nobody's blame: the page was nearly over, or this process was held
 * up, which shows by how late it was ended.
 */
const FAIR_SHARE = 0.5;

/** What an attempt says of its service by the README of the policies, told anew from what the service did. */
export function verdictOf(attempt: AttemptRecord, slowCallMs: number): 'success' | 'failure' | 'neutral' {
  const { end, reply, remainingMs, attemptMs, startedAt, endedAt } = attempt;
  const heldUpMs = Math.max(0, (endedAt ?? startedAt) - (startedAt + remainingMs));
  const fairly = remainingMs - heldUpMs >= attemptMs * FAIR_SHARE ? 'failure' : 'neutral';
  if (end?.by === 'abort') {
    if (end.reason instanceof DeadlineExceeded) return fairly;
    const wasOutrun = end.reason instanceof Error && end.reason.name === 'Outrun';
    return wasOutrun && (endedAt ?? startedAt) - startedAt > slowCallMs ? 'success' : 'neutral';
  }
  switch (reply.kind) {
    case 'ok':
    case 'not-found':
    case 'forbidden':
    case 'bad-request':
      return 'success';
    case 'unavailable':
    case 'unavailable-for':
    case 'bad-response':
      return 'failure';
    case 'timed-out':
      return fairly;
    case 'rate-limited':
    case 'rate-limited-for':
    case 'hang':
    case 'throws':
      return 'neutral';
  }
}
