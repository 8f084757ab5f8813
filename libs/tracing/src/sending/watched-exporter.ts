import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';
import type { Sdk } from '../load-sdk.ts';

export interface ExportWatch {
  /** The spans have left the queue. */
  begun(spans: number): void;
  /** Every batch that was begun ends. */
  ended(spans: number, error: Error | undefined): void;
}

/** An exporter that tells how each batch ends: the SDK tells its diagnostic log only, with the collector's own words. */
export function watchedExporter({ core }: Sdk, exporter: SpanExporter, watch: ExportWatch): SpanExporter {
  const { FAILED, SUCCESS } = core.ExportResultCode;
  return {
    export(spans: ReadableSpan[], done) {
      watch.begun(spans.length);
      const end = (error: Error | undefined): void => {
        watch.ended(spans.length, error);
        done(error ? { code: FAILED, error } : { code: SUCCESS });
      };
      try {
        exporter.export(spans, ({ code, error }) =>
          end(code === SUCCESS ? undefined : (error ?? new Error('unknown'))),
        );
      } catch (error) {
        end(error instanceof Error ? error : new Error('unknown'));
      }
    },
    shutdown: () => exporter.shutdown(),
  };
}
