import type { PolicyObserver } from './policy-observer.ts';

/**
 * An observer that cannot harm a call. Whatever a listener throws, at once or through a promise, is dropped after the
 * first time was reported as a process warning: a broken metric must not take a page down, nor flood the log.
 */
export function guardObserver(observer: PolicyObserver): Required<PolicyObserver> {
  let reported = false;
  const report = (cause: unknown): void => {
    if (reported) return;
    reported = true;
    process.emitWarning(`a policy observer threw and was ignored: ${String(cause)}`, 'PolicyObserverWarning');
  };
  const guard =
    <E>(notify: (event: E) => unknown) =>
    (event: E): void => {
      try {
        const returned = notify(event);
        if (returned instanceof Promise) returned.catch(report);
      } catch (error) {
        report(error);
      }
    };
  return {
    breakerChanged: guard((event) => observer.breakerChanged?.(event)),
    retried: guard((event) => observer.retried?.(event)),
    retryRefused: guard((event) => observer.retryRefused?.(event)),
    rejected: guard((event) => observer.rejected?.(event)),
    attemptEnded: guard((event) => observer.attemptEnded?.(event)),
    unexpectedError: guard((event) => observer.unexpectedError?.(event)),
  };
}
