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
  /** What a person reads as the default, when it is not the value itself. */
  readonly defaultText?: string;
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

/** The address of an HTTP service, kept without a slash at the end. */
export const url = (options: FieldOptions<string>): ConfigField<string> => ({
  ...options,
  type: z
    .string()
    .refine(isServiceUrl, 'must be an http or https URL without credentials, query or fragment')
    .transform((text) => text.replace(/\/+$/, '')),
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

/** `true` or `false`. */
export const flag = (options: FieldOptions<boolean>): ConfigField<boolean> => ({
  ...options,
  type: z.enum(['true', 'false']).transform((text) => text === 'true'),
});

/** Any text that is not blank. */
export const text = (options: FieldOptions<string>): ConfigField<string> => ({ ...options, type: z.string() });

/** A field that may be unset, and is undefined then. */
export const optional = <T>(field: ConfigField<T>): ConfigField<T | undefined> => ({
  ...field,
  default: undefined,
  defaultText: 'unset',
});

function isServiceUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password, search, hash } = new URL(value);
  return (
    (protocol === 'http:' || protocol === 'https:') && [username, password, search, hash].every((part) => part === '')
  );
}
