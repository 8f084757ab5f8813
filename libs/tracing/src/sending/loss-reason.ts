/**
 * Why a batch was not sent, without a word of the collector's: from a status, a code of the network's, or the exporter's own
 * messages.
 */
export function lossReason(error: Error | undefined, timeoutMs: number): string {
  const code: unknown = error && 'code' in error ? error.code : undefined;
  if (typeof code === 'number') return `the collector answered ${code}`;
  if (typeof code === 'string') return code;
  return ownMessages(timeoutMs).get(error?.message) ?? error?.name ?? 'unknown';
}

const ownMessages = (timeoutMs: number): ReadonlyMap<string | undefined, string> =>
  new Map([
    ['Request timed out', `the collector did not answer within ${timeoutMs} ms`],
    ['Export failed with retryable status', 'the collector answered 429, 502, 503 or 504 until the time was over'],
    ['Concurrent export limit reached', 'too many batches are on their way'],
  ]);
