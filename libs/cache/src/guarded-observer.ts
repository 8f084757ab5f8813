import type { CacheObserver } from './cache-observer.ts';

/** An observer that cannot harm a fetch: see `CacheObserver`. */
export function guardObserver(observer: CacheObserver): Required<CacheObserver> {
  let reported = false;
  const report = (cause: unknown): void => {
    if (reported) return;
    reported = true;
    process.emitWarning(`a cache observer threw and was ignored: ${String(cause)}`, 'CacheObserverWarning');
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
    fetchEnded: guard((event) => observer.fetchEnded?.(event)),
    loadEnded: guard((event) => observer.loadEnded?.(event)),
    storeWritten: guard((event) => observer.storeWritten?.(event)),
    redisLookedUp: guard((event) => observer.redisLookedUp?.(event)),
    redisNodeChanged: guard((event) => observer.redisNodeChanged?.(event)),
    valueRefused: guard((event) => observer.valueRefused?.(event)),
  };
}
