export { type Guard, guardListeners } from './guard-listeners.ts';
export { type CacheMetrics } from './cache-metrics.ts';
export { type BreakerStateName, type DownstreamMetrics, breakerStates } from './downstream-metrics.ts';
export { type SerializedError, isError, serializeError } from './error-serializer.ts';
export { type ExposedSeries, readExposition } from './exposition.ts';
export { type HttpMetrics, type ServedRequest, type ShedReason, UNMATCHED_ROUTE } from './http-metrics.ts';
export { type LogLine, type LogSink, createLogSink } from './log-sink.ts';
export { type LogLevel, type Logger, type LoggerOptions, createLogger, logLevels } from './logger.ts';
export { type Metrics, type MetricsOptions, createMetrics } from './metrics.ts';
export { type OperatorMetrics } from './operator-metrics.ts';
export { type PageMetrics, type PageOutcome } from './page-metrics.ts';
export { clientVersionOf } from './client-version.ts';
export {
  type EndedAttempt,
  type PageListener,
  PageRecord,
  type PageRecordOptions,
  type PageRecording,
  type RecordedAttempt,
  type RecordedSection,
  type SectionCalls,
} from './page-record.ts';
export { type PolicyMetrics, type PolicyReading } from './policy-metrics.ts';
export { requestIdFrom } from './request-id.ts';
export {
  type TraceContext,
  type Traceparent,
  childSpan,
  continueTrace,
  formatTraceparent,
  parseTraceparent,
} from './trace-context.ts';
export { isSecretName } from './secrets.ts';
