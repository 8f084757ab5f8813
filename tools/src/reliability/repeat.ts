/** Does the same again and again, until it is told to stop. `stop` resolves when the last time has ended. */
export function repeat(work: () => Promise<void>): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const repeating = (async () => {
    while (!stopping.signal.aborted) await work();
  })();
  return {
    stop() {
      stopping.abort();
      return repeating;
    },
  };
}
