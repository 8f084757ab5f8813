import { randomHex } from './random-hex.ts';
import { parseTracestate } from './trace-state.ts';

/** Where a unit of work stands in a distributed trace (W3C Trace Context). */
export interface TraceContext {
  /** 32 lower-case hex digits, the same for everything that one request of a client app causes. */
  readonly traceId: string;
  /** 16 lower-case hex digits: this unit of work. */
  readonly spanId: string;
  /** The caller's span, when the caller sent one. */
  readonly parentSpanId?: string;
  /** Whether the trace is recorded; passed on as it came. */
  readonly sampled: boolean;
  /** Vendors' own data, passed on as it came. */
  readonly tracestate?: string;
}

/** What a valid `traceparent` header says. */
export interface Traceparent {
  readonly traceId: string;
  readonly parentId: string;
  readonly sampled: boolean;
}

const pattern = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;
const noTrace = '0'.repeat(32);
const noSpan = '0'.repeat(16);
const SAMPLED = 0x01;

/**
 * Reads a `traceparent` header as the W3C recommendation says: lower-case hex only, version `ff` and all-zero ids
 * refused, version `00` exactly four fields, more fields tolerated in a later version. Undefined when it is not valid.
 */
export function parseTraceparent(header: string): Traceparent | undefined {
  const [, version, traceId, parentId, flags, rest] = pattern.exec(header) ?? [];
  if (version === undefined || traceId === undefined || parentId === undefined || flags === undefined) return undefined;
  if (version === 'ff' || (version === '00' && rest !== undefined)) return undefined;
  if (traceId === noTrace || parentId === noSpan) return undefined;
  return { traceId, parentId, sampled: (Number.parseInt(flags, 16) & SAMPLED) !== 0 };
}

/**
 * The trace context of an incoming request: a span of the caller's trace, or of a new trace when the caller sent none
 * or a broken one. A new trace is marked as sampled; `tracestate` counts only beside a valid `traceparent`.
 */
export function continueTrace(
  traceparent: string | readonly string[] | undefined,
  tracestate?: string | readonly string[],
): TraceContext {
  const parent = typeof traceparent === 'string' ? parseTraceparent(traceparent) : undefined;
  if (parent === undefined) return { traceId: randomHex(16), spanId: randomHex(8), sampled: true };
  const { traceId, parentId: parentSpanId, sampled } = parent;
  const state = tracestate === undefined ? undefined : parseTracestate(tracestate);
  const context = { traceId, spanId: randomHex(8), parentSpanId, sampled };
  return state === undefined ? context : { ...context, tracestate: state };
}

/** A span below this one, for an outgoing call. */
export function childSpan(trace: TraceContext): TraceContext {
  return { ...trace, spanId: randomHex(8), parentSpanId: trace.spanId };
}

/** The `traceparent` header that passes this span on: `formatTraceparent(childSpan(trace))` for an outgoing call. */
export function formatTraceparent(trace: TraceContext): string {
  return `00-${trace.traceId}-${trace.spanId}-${trace.sampled ? '01' : '00'}`;
}
