import type { TraceContext } from '@bff/observability';
import type { Sdk } from './load-sdk.ts';
import type { SamplerSettings } from './settings/sampler-settings.ts';

/**
 * Whether the spans of a trace are sent. For a trace whose flag was set to the answer, the answer is the same again: it
 * depends on the trace id, and on the caller's flag where there is a caller.
 */
export type PageSampler = (trace: TraceContext) => boolean;

/** OpenTelemetry's own samplers, so that a trace is sampled here exactly when others with the same settings sample it. */
export function createPageSampler({ api, trace: sdk }: Sdk, { name, ratio }: SamplerSettings): PageSampler {
  const byName = name.replace('parentbased_', '');
  const root =
    byName === 'traceidratio'
      ? new sdk.TraceIdRatioBasedSampler(ratio)
      : new sdk[byName === 'always_off' ? 'AlwaysOffSampler' : 'AlwaysOnSampler']();
  const sampler = name === byName ? root : new sdk.ParentBasedSampler({ root });
  const { ROOT_CONTEXT, SpanKind, TraceFlags, trace: traces } = api;

  return ({ traceId, parentSpanId, sampled }) => {
    const parent = parentSpanId && {
      traceId,
      spanId: parentSpanId,
      traceFlags: sampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
      isRemote: true,
    };
    const context = parent ? traces.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
    const { decision } = sampler.shouldSample(context, traceId, 'page', SpanKind.SERVER, {}, []);
    return decision === sdk.SamplingDecision.RECORD_AND_SAMPLED;
  };
}
