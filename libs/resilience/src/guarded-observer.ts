import { guardListeners } from '@bff/observability';
import type { PolicyObserver } from './policy-observer.ts';

/** An observer that cannot harm a call: see `PolicyObserver`. */
export function guardObserver(observer: PolicyObserver): Required<PolicyObserver> {
  const guard = guardListeners('PolicyObserver');
  return {
    breakerChanged: guard((event) => observer.breakerChanged?.(event)),
    retried: guard((event) => observer.retried?.(event)),
    retryRefused: guard((event) => observer.retryRefused?.(event)),
    rejected: guard((event) => observer.rejected?.(event)),
    attemptEnded: guard((event) => observer.attemptEnded?.(event)),
    hedged: guard((event) => observer.hedged?.(event)),
    hedgeWon: guard((event) => observer.hedgeWon?.(event)),
    hedgeRefused: guard((event) => observer.hedgeRefused?.(event)),
    unexpectedError: guard((event) => observer.unexpectedError?.(event)),
  };
}
