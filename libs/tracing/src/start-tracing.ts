import { randomUUID } from 'node:crypto';
import { type PageRecord, type RecordedAttempt, guardListeners } from '@bff/observability';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { EndedPages } from './ended-pages.ts';
import type { Sdk } from './load-sdk.ts';
import type { Tracing, TracingOptions } from './open-tracing.ts';
import { createPageSampler } from './page-sampler.ts';
import { quietSdk } from './sending/quiet-sdk.ts';
import { SpanQueue } from './sending/span-queue.ts';
import { PageSpans } from './spans/page-spans.ts';
import { type CollectorSettings, placeOf } from './settings/collector-settings.ts';
import type { TracingSettings } from './settings/tracing-settings.ts';

export function startTracing(sdk: Sdk, settings: TracingSettings, options: TracingOptions): Tracing {
  const { clock, logger, closeMs = 2000 } = options;
  const { collector, batch, sampler } = settings;
  const exporter = createExporter(sdk, collector);
  const queue = new SpanQueue(sdk, { exporter, sendMs: collector.timeoutMs, limits: batch, closeMs, clock, logger });
  quietSdk(sdk, {
    logger,
    rejected: (spans) => spans > 0 && queue.lost(spans, 'the collector refused them'),
  });
  const spans = new PageSpans(sdk, { resource: resourceOf(sdk, settings), scope: { name: '@bff/tracing' } });
  const isSampled = createPageSampler(sdk, sampler);
  const guard = guardListeners('TracingListener');
  const add = (count: number, made: () => readonly ReadableSpan[]): void => {
    if (queue.hasRoom(count)) for (const span of made()) queue.add(span);
  };
  const pages = new EndedPages(
    guard((record) => add(1 + record.sections.length + record.attempts.length, () => spans.ofPage(record))),
  );
  const sendLate = guard<Late>(({ record, attempt }) => {
    if (isSampled(record.trace)) add(1, () => [spans.ofAttempt(record, attempt)]);
  });
  logger.info({ collector: placeOf(collector.url), sampler }, 'tracing is on');
  return {
    listener: {
      // Until the page has ended nothing is done: what is not sampled costs one question then.
      attemptEnded(record, attempt) {
        if (record.ended && !pages.has(record)) sendLate({ record, attempt });
      },
      pageEnded(record) {
        if (isSampled(record.trace)) pages.add(record);
      },
    },
    isSampled,
    close() {
      pages.sendAll();
      return queue.close();
    },
  };
}

/** An attempt that ended after its page. */
interface Late {
  readonly record: PageRecord;
  readonly attempt: RecordedAttempt;
}

function createExporter({ exporter }: Sdk, { url, headers, timeoutMs, compression }: CollectorSettings) {
  type Options = NonNullable<ConstructorParameters<typeof exporter.OTLPTraceExporter>[0]>;
  return new exporter.OTLPTraceExporter({
    url,
    headers: { ...headers },
    timeoutMillis: timeoutMs,
    // The values of an enum in a package below this one.
    compression: compression as NonNullable<Options['compression']>,
  });
}

/** The id tells the replicas of an app apart; the environment may have a better one. */
function resourceOf({ resources }: Sdk, { resource }: TracingSettings) {
  const own = resources.resourceFromAttributes({ 'service.instance.id': randomUUID(), ...resource });
  return resources.defaultResource().merge(own);
}
