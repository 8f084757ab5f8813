import type { Logger } from '@bff/observability';
import type { Sdk } from '../load-sdk.ts';

const partialSuccess = 'Received Partial Success response:';

export interface QuietSdkOptions {
  readonly logger: Logger;
  /** The collector took a batch, but not all of it. */
  readonly rejected: (spans: number) => void;
}

/**
 * Takes what the SDK writes to its diagnostic log, which is one for the whole process. That a batch failed it writes with the
 * collector's own words, a stack and a body; that has been told by the time it comes here, and is dropped.
 */
export function quietSdk({ api, core }: Sdk, { logger, rejected }: QuietSdkOptions): void {
  core.setGlobalErrorHandler(() => undefined);
  const take = (text: string, ...more: readonly unknown[]): void => {
    if (text === partialSuccess) rejected(rejectedSpans(more[0]));
    else logger.debug({ detail: text }, 'OpenTelemetry');
  };
  const drop = (): void => undefined;
  api.diag.setLogger(
    { error: take, warn: take, info: drop, debug: drop, verbose: drop },
    { logLevel: api.DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
}

/** `{"rejectedSpans":3,"errorMessage":"…"}`; the message alone is a warning, and nothing was lost. */
function rejectedSpans(response: unknown): number {
  const [, spans = '0'] = /"rejectedSpans":(\d+)/.exec(String(response)) ?? [];
  return Number(spans);
}
