export { type Tracing, type TracingOptions, openTracing } from './open-tracing.ts';
