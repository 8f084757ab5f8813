/** Wraps one listener so that it cannot throw. */
export type Guard = <Event>(notify: (event: Event) => unknown) => (event: Event) => void;

/**
 * Listeners that cannot harm those who tell them something. Whatever one of them throws, at once or through a promise, is
 * dropped after the first time was reported as a process warning: a broken metric must not take a page down, nor flood the
 * log.
 *
 * @param name of the observer, for the warning: `PolicyObserver`
 */
export function guardListeners(name: string): Guard {
  let reported = false;
  const report = (cause: unknown): void => {
    if (reported) return;
    reported = true;
    process.emitWarning(`a ${name} threw and was ignored: ${String(cause)}`, `${name}Warning`);
  };
  return (notify) => (event) => {
    try {
      const returned = notify(event);
      if (returned instanceof Promise) returned.catch(report);
    } catch (error) {
      report(error);
    }
  };
}
