/** Scenarios meet real processes: there is no clock in those that could be driven. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Looks again and again until it is so. Rejects after `ms` with what was waited for. */
export async function until(what: string, ms: number, look: () => Promise<boolean> | boolean): Promise<number> {
  const startedAtMs = performance.now();
  for (;;) {
    const tookMs = performance.now() - startedAtMs;
    if (await look()) return tookMs;
    if (tookMs > ms) throw new Error(`${what}: not within ${ms} ms`);
    await pause(25);
  }
}
