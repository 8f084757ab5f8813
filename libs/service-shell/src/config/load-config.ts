import { isSecretName } from '@bff/observability';
import { reasonOf } from '../input/reason.ts';
import { allowedFor } from './allowed-for.ts';
import { ConfigError } from './config-error.ts';
import type { ConfigField } from './config-field.ts';

/** An app's configuration: its fields by the name that the app uses. */
export type ConfigSchema = Readonly<Record<string, ConfigField<unknown>>>;

/** What a schema loads to. */
export type ConfigOf<S extends ConfigSchema> = {
  readonly [K in keyof S]: S[K] extends ConfigField<infer T> ? T : never;
};

const longestEcho = 80;

/**
 * Reads every field from `env`; blank counts as unset. Throws `ConfigError` with a line for each field that is missing or
 * wrong: the variable, what was given, what is allowed and what it is for.
 */
export function loadConfig<S extends ConfigSchema>(
  schema: S,
  env: Readonly<Record<string, string | undefined>>,
): ConfigOf<S>;
export function loadConfig(schema: ConfigSchema, env: Readonly<Record<string, string | undefined>>): unknown {
  const config: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, field] of Object.entries(schema)) {
    const given = env[field.env]?.trim();
    if (given === undefined || given === '') {
      if ('default' in field) config[name] = field.default;
      else problems.push(`${field.env} is not set: ${allowedFor(field)} (${field.doc})`);
      continue;
    }
    const result = field.type.safeParse(given);
    if (result.success) config[name] = result.data;
    else problems.push(`${field.env}=${echo(field, given)}: ${reasonOf(field.type, result.error)} (${field.doc})`);
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/** On one line, bounded, and without what a URL may hold of secrets. */
function echo(field: ConfigField<unknown>, given: string): string {
  if (field.secret === true || isSecretName(field.env)) return '(hidden)';
  const shown = withoutSecrets(given);
  return JSON.stringify(shown.length > longestEcho ? `${shown.slice(0, longestEcho)}…` : shown);
}

/** Hides userinfo (RFC 3986, section 3.2.1) and query. By its text: the value may be bad in that it does not parse. */
const withoutSecrets = (given: string): string =>
  given.replace(/^([a-z][a-z0-9+.-]*:\/\/)?[^]*@/i, '$1(hidden)@').replace(/\?[^]*$/, '?(hidden)');
