import { type LogLevel, logLevels } from '@bff/observability';
import { z } from 'zod';
import { integerText } from '../input/integer-text.ts';

/** One value that an app takes from its environment. */
export interface ConfigField<T> {
  /** The variable's name. */
  readonly env: string;
  /** What it is for, in a few words. */
  readonly doc: string;
  /** Reads the variable's text. */
  readonly type: z.ZodType<T>;
  /** Used when the variable is unset or blank. A field without one must be set. */
  readonly default?: T;
  /** Its value is never printed. */
  readonly secret?: boolean;
}

/** What the caller says of a field; the builder knows the rest. */
export interface FieldOptions<T> {
  env: string;
  doc: string;
  default?: T;
  secret?: boolean;
}

const isHttpUrl = (value: string): boolean => {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password } = new URL(value);
  // The text and not the parts: `search` and `hash` are empty for a bare `?` or `#`, which would still be in the way.
  return /^https?:$/.test(protocol) && username === '' && password === '' && !value.includes('#');
};

const withoutQuery = z
  .string()
  .refine(
    (value) => isHttpUrl(value) && !value.includes('?'),
    'must be an http or https URL without credentials, query or fragment',
  );

/** A TCP port; 0 takes any free one. */
export const port = (options: FieldOptions<number>): ConfigField<number> => ({
  ...options,
  type: integerText({ min: 0, max: 65_535 }),
});

/** A host name or address to listen on. */
export const host = (options: FieldOptions<string>): ConfigField<string> => ({
  ...options,
  type: z.string().regex(/^[0-9A-Za-z.:_-]{1,253}$/, 'must be a host name or an IP address'),
});

/** The base address of an HTTP service, which paths are added to: kept without a slash at the end. */
export const url = (options: FieldOptions<string>): ConfigField<string> => ({
  ...options,
  type: withoutQuery.transform((text) => text.replace(/\/+$/, '')),
});

/**
 * An issuer identifier (RFC 8414, section 2), kept as it was given: the claim `iss` is compared with it character by
 * character (RFC 9068, section 4), and some issuers have a slash at the end. http is allowed, for development.
 */
export const issuer = (options: FieldOptions<string>): ConfigField<string> => ({ ...options, type: withoutQuery });

/** The address of one document, kept as it was given: a query and a slash at the end are part of it. */
export const documentUrl = (options: FieldOptions<string>): ConfigField<string> => ({
  ...options,
  type: z.string().refine(isHttpUrl, 'must be an http or https URL without credentials or fragment'),
});

export const logLevel = (options: Partial<FieldOptions<LogLevel>> = {}): ConfigField<LogLevel> => ({
  env: 'LOG_LEVEL',
  doc: 'lines below this level are not logged',
  default: 'info',
  ...options,
  type: z.enum(logLevels),
});

/** Whole milliseconds. */
export const durationMs = (options: FieldOptions<number> & { min?: number; max?: number }): ConfigField<number> => {
  const { min = 0, max = 86_400_000, ...field } = options;
  return { ...field, type: integerText({ min, max }) };
};

export const integer = (options: FieldOptions<number> & { min: number; max: number }): ConfigField<number> => {
  const { min, max, ...field } = options;
  return { ...field, type: integerText({ min, max }) };
};

/** Any text that is not blank. */
export const text = (options: FieldOptions<string>): ConfigField<string> => ({ ...options, type: z.string() });

/** A field that may be unset, and is undefined then. */
export const optional = <T>(field: ConfigField<T>): ConfigField<T | undefined> => ({
  ...field,
  default: undefined,
});
