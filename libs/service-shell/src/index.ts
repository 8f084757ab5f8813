export { type AppContext, type AppOptions, type ServiceApp, createApp } from './app/create-app.ts';
export { type InFlightRequests } from './app/in-flight-requests.ts';
export { type RequestLimits } from './app/request-limits.ts';
export { type RequestScope, requestScope } from './app/request-scope.ts';
export { type ReplyHeaders } from './app/security-headers.ts';
export { checkValues } from './config/check-values.ts';
export { ConfigError } from './config/config-error.ts';
export {
  type ConfigField,
  type FieldOptions,
  documentUrl,
  durationMs,
  host,
  integer,
  issuer,
  logLevel,
  optional,
  port,
  text,
  url,
} from './config/config-field.ts';
export { type ConfigOf, type ConfigSchema, loadConfig } from './config/load-config.ts';
export { parseYaml, readYamlFile } from './config/yaml-file.ts';
export { type YamlText, readYamlText } from './config/yaml-text.ts';
export { fieldErrorsOf, valueAt } from './input/field-errors.ts';
export { integerText } from './input/integer-text.ts';
export { type Input, type InputSchemas, type InputSource, readInput } from './input/read-input.ts';
export { readJsonBody } from './input/read-json-body.ts';
export { exitCodes } from './process/exit-codes.ts';
export { runMain } from './process/run-main.ts';
export { runUntilSignal } from './process/run-until-signal.ts';
export { sendJson, sendText } from './reply/send-json.ts';
export { noteProblemCode, problemOf, sendError, sendProblem } from './reply/send-problem.ts';
export { internalError, toProblem } from './reply/to-problem.ts';
export { PortError } from './server/port-error.ts';
export { type ReadinessCheck } from './server/readiness.ts';
export { type RunningServer, type ServeOptions, serve } from './server/serve.ts';
export { type ServerLimits } from './server/server-limits.ts';
export { type CloseHook, type ShutdownLimits } from './server/shutdown.ts';
export { type SheddingOptions } from './shedding/load-shedder.ts';
export { type OverloadForm } from './shedding/overload-reply.ts';
export { type SheddingLimits, defaultSheddingLimits, sheddingLimitsSchema } from './shedding/shedding-limits.ts';
