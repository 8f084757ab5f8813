import { type BatchLimits, readBatchLimits } from './batch-limits.ts';
import { type CollectorSettings, readCollectorSettings } from './collector-settings.ts';
import { isAskedFor } from './is-asked-for.ts';
import { keyValuePairs } from './key-value-pairs.ts';
import { type Environment, OtelEnvironment, type SettingProblem } from './otel-environment.ts';
import { type SamplerSettings, readSamplerSettings } from './sampler-settings.ts';

export interface TracingSettings {
  readonly collector: CollectorSettings;
  readonly sampler: SamplerSettings;
  readonly batch: BatchLimits;
  /** What sends the spans, `service.name` among it. */
  readonly resource: Readonly<Record<string, string>>;
}

export interface ReadSettings {
  /** Undefined: tracing is off. */
  readonly settings: TracingSettings | undefined;
  readonly problems: readonly SettingProblem[];
}

/** What the environment says of tracing. While it is off, only what keeps it off can be a problem. */
export function readTracingSettings(variables: Environment, app: string): ReadSettings {
  const env = new OtelEnvironment(variables);
  const collector = isAskedFor(env) ? readCollectorSettings(env) : undefined;
  const settings = collector && {
    collector,
    sampler: readSamplerSettings(env),
    batch: readBatchLimits(env),
    resource: readResource(env, app),
  };
  return { settings, problems: env.problems };
}

function readResource(env: OtelEnvironment, app: string): Readonly<Record<string, string>> {
  const attributes = readResourceAttributes(env);
  const name = env.find('OTEL_SERVICE_NAME')?.text ?? attributes['service.name'] ?? app;
  return { ...attributes, 'service.name': name };
}

/** The specification has all of them dropped when one cannot be read. */
function readResourceAttributes(env: OtelEnvironment): Readonly<Record<string, string>> {
  const variable = env.find('OTEL_RESOURCE_ATTRIBUTES');
  if (!variable) return {};
  const { pairs, problem } = keyValuePairs(variable.text);
  if (problem !== undefined) env.refuse(variable.name, problem, 'none of its attributes is used');
  return pairs;
}
