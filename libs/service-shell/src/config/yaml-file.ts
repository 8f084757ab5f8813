import { readFileSync } from 'node:fs';
import { isError } from '@bff/observability';
import type { z } from 'zod';
import { checkValues } from './check-values.ts';
import { ConfigError } from './config-error.ts';
import { readYamlText } from './yaml-text.ts';

/**
 * Reads and checks a YAML file. Throws `ConfigError` with a line `file:line: key.path: reason, was …` for each thing that
 * is wrong: the file, the syntax, a value, a key that is not known or given twice. The schema must be made of
 * `z.strictObject`, as for `checkValues`.
 */
export function readYamlFile<S extends z.ZodType>(path: string, schema: S): z.output<S> {
  return parseYaml(readText(path), schema, path);
}

/** The same for a text that is at hand; `file` stands in the messages. */
export function parseYaml<S extends z.ZodType>(text: string, schema: S, file: string): z.output<S> {
  const { value, lineOf } = readYamlText(text, file);
  return checkValues(
    schema,
    value,
    (path, reason) => `${file}:${lineOf(path)}: ${path.map(String).join('.') || '(file)'}: ${reason}`,
  );
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ConfigError([`${path}: cannot be read: ${isError(error) ? error.message : String(error)}`]);
  }
}
