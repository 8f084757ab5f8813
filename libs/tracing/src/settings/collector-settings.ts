import { validateHeaderName, validateHeaderValue } from 'node:http';
import { endpointVariables } from './is-asked-for.ts';
import type { OtelEnvironment } from './otel-environment.ts';
import { keyValuePairs } from './key-value-pairs.ts';
import { checkTlsFiles } from './tls-files.ts';

/** Where spans are sent, and how. */
export interface CollectorSettings {
  /** With the path. May hold credentials: `placeOf` is for the log. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** For one batch, with what it is sent again. */
  readonly timeoutMs: number;
  readonly compression: 'none' | 'gzip';
}

const off = 'tracing stays off';

/**
 * Undefined when the address or the headers cannot be used: what is meant for one collector goes to no other, and without
 * its headers it would refuse everything.
 */
export function readCollectorSettings(env: OtelEnvironment): CollectorSettings | undefined {
  const url = readUrl(env);
  const general = readHeaders(env, 'OTEL_EXPORTER_OTLP_HEADERS');
  const ofTraces = readHeaders(env, 'OTEL_EXPORTER_OTLP_TRACES_HEADERS');
  if (url === undefined || general === undefined || ofTraces === undefined) return undefined;
  // The only one that there is; another is told of.
  env.word(['OTEL_EXPORTER_OTLP_TRACES_PROTOCOL', 'OTEL_EXPORTER_OTLP_PROTOCOL'], {
    known: ['http/protobuf'],
    otherwise: 'http/protobuf',
  });
  checkTlsFiles(env);
  return {
    url,
    headers: { ...general, ...ofTraces },
    timeoutMs: env.number(['OTEL_EXPORTER_OTLP_TRACES_TIMEOUT', 'OTEL_EXPORTER_OTLP_TIMEOUT'], {
      least: 1,
      most: 600_000,
      whole: false,
      otherwise: 10_000,
    }),
    compression: env.word(['OTEL_EXPORTER_OTLP_TRACES_COMPRESSION', 'OTEL_EXPORTER_OTLP_COMPRESSION'], {
      known: ['none', 'gzip'],
      otherwise: 'none',
    }),
  };
}

/** The collector's address without credentials and query. */
export function placeOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

/** That of traces is taken as it is; the general one is the base that each signal has a path below. */
function readUrl(env: OtelEnvironment): string | undefined {
  const variable = env.find(...endpointVariables);
  if (!variable) return 'http://localhost:4318/v1/traces';
  const { name, text } = variable;
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) {
    env.refuse(name, 'is not an http or https URL', off);
    return undefined;
  }
  const url = new URL(text);
  if (name === 'OTEL_EXPORTER_OTLP_ENDPOINT') url.pathname = `${url.pathname.replace(/\/$/, '')}/v1/traces`;
  return url.href;
}

function readHeaders(env: OtelEnvironment, name: string): Readonly<Record<string, string>> | undefined {
  const variable = env.find(name);
  if (!variable) return {};
  const read = keyValuePairs(variable.text);
  const problem = read.problem ?? headerProblem(read.pairs);
  if (problem === undefined) return read.pairs;
  env.refuse(name, problem, off);
  return undefined;
}

/** Node's own words would repeat a value, which is likely to be a secret. */
function headerProblem(headers: Readonly<Record<string, string>>): string | undefined {
  for (const [index, [name, value]] of Object.entries(headers).entries()) {
    try {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    } catch {
      return `entry ${index + 1} has a character that no header can have`;
    }
  }
  return undefined;
}
