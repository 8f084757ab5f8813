import { type TraceContext, childSpan, continueTrace } from '@bff/observability';
import { callerSends, runPage } from './pages.ts';
import { startTraced, stopCollectors } from './tracing.ts';

afterEach(stopCollectors);

const sampler = (name: string, ratio?: string): Record<string, string> => ({
  OTEL_TRACES_SAMPLER: name,
  ...(ratio !== undefined && { OTEL_TRACES_SAMPLER_ARG: ratio }),
});

/** How many of the three pages are sent: without a caller, with one that samples, with one that does not. */
it.each([
  ['parentbased_always_on', undefined, { alone: 3, sampled: 3, unsampled: 0 }],
  ['parentbased_always_off', undefined, { alone: 0, sampled: 3, unsampled: 0 }],
  ['parentbased_traceidratio', '0', { alone: 0, sampled: 3, unsampled: 0 }],
  ['always_on', undefined, { alone: 3, sampled: 3, unsampled: 3 }],
  ['always_off', undefined, { alone: 0, sampled: 0, unsampled: 0 }],
  ['traceidratio', '0', { alone: 0, sampled: 0, unsampled: 0 }],
  ['traceidratio', '1', { alone: 3, sampled: 3, unsampled: 3 }],
])('%s %s', async (name, ratio, expected) => {
  const { listener, collector, close } = await startTraced(sampler(name, ratio));
  const pages = {
    alone: runPage(listener),
    sampled: runPage(listener, { traceparent: callerSends('01') }),
    unsampled: runPage(listener, { traceparent: callerSends('00') }),
  };
  await close();
  const own = Object.entries(pages).map(([caller, { trace, sections }]) => {
    const ids = new Set([trace.spanId, ...sections.map((section) => section.trace.spanId)]);
    const sent = collector.spans().filter(({ spanId, parentSpanId }) => ids.has(spanId) || ids.has(parentSpanId));
    return [caller, sent.length];
  });
  expect(Object.fromEntries(own)).toEqual(expected);
});

it('samples by the trace id, whole pages, as much as it was told to', async () => {
  const { isSampled, listener, collector, close } = await startTraced(sampler('traceidratio', '0.25'));
  let kept = 0;
  for (let page = 0; page < 400; page += 1) kept += isSampled(runPage(listener).trace) ? 1 : 0;
  await close();
  expect(kept).toBeGreaterThan(50);
  expect(kept).toBeLessThan(150);
  expect(collector.spans()).toHaveLength(3 * kept);
});

it.each([
  ['parentbased_traceidratio', '0.5'],
  ['traceidratio', '0.5'],
  ['always_on', undefined],
  ['always_off', undefined],
])('%s %s says the same again of a trace whose flag was set to what it said', async (name, ratio) => {
  const { isSampled } = await startTraced(sampler(name, ratio));
  const decided = (trace: TraceContext): TraceContext => ({ ...trace, sampled: isSampled(trace) });
  for (let trial = 0; trial < 100; trial += 1) {
    for (const traceparent of [undefined, callerSends('00'), callerSends('01')]) {
      const once = decided(continueTrace(traceparent));
      expect(decided(once)).toEqual(once);
      // And a service that samples as its caller does goes along with it.
      expect(childSpan(once).sampled).toBe(once.sampled);
    }
  }
});
