import { readFileSync } from 'node:fs';
import { isError } from '@bff/observability';
import { LineCounter, type Document, isMap, isNode, isPair, isScalar, parseDocument } from 'yaml';
import type { z } from 'zod';
import { valueAt } from '../input/field-errors.ts';
import { echo, issueReason, unknownReason } from '../input/reason.ts';
import { ConfigError } from './config-error.ts';
import { assertStrict } from './strict-schema.ts';

/**
 * Reads and checks a YAML file. Throws `ConfigError` with a line `file:line: key.path: reason, was …` for each thing that
 * is wrong: the file, the syntax, a value, a key that is not known or given twice. The schema must be made of
 * `z.strictObject`, or a misspelt key would be ignored; anything else is a programming error and throws at once.
 */
export function readYamlFile<S extends z.ZodType>(path: string, schema: S): z.output<S> {
  return parseYaml(readText(path), schema, path);
}

/** The same for a text that is at hand; `file` stands in the messages. */
export function parseYaml<S extends z.ZodType>(text: string, schema: S, file: string): z.output<S> {
  assertStrict(schema);
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const lineOf = (offset: number): number => lineCounter.linePos(offset).line;
  if (document.errors.length > 0) {
    throw new ConfigError(document.errors.map((error) => `${file}:${lineOf(error.pos[0])}: ${oneLine(error.message)}`));
  }
  const value: unknown = document.toJS();
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.flatMap((issue) => {
    const report = (keys: readonly PropertyKey[], reason: string): string =>
      `${file}:${lineOf(offsetOf(document, keys))}: ${keys.map(String).join('.') || '(file)'}: ${reason}`;
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => report([...issue.path, key], unknownReason(schema, issue.path)));
    }
    const given = valueAt(value, issue.path);
    const reason = issueReason(schema, issue);
    return [report(issue.path, given === undefined ? `is missing; ${reason}` : `${reason}, was ${echo(given)}`)];
  });
  throw new ConfigError(problems);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ConfigError([`${path}: cannot be read: ${isError(error) ? error.message : String(error)}`]);
  }
}

/** Where in the text a key stands; of a key that is missing, the nearest one around it. */
function offsetOf(document: Document, keys: readonly PropertyKey[]): number {
  for (let length = keys.length; length > 0; length--) {
    const last = keys[length - 1];
    const parent: unknown = length === 1 ? document.contents : document.getIn(keys.slice(0, length - 1), true);
    if (isMap(parent)) {
      const pair = parent.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(last),
      );
      if (isScalar(pair?.key) && pair.key.range) return pair.key.range[0];
    }
    const node: unknown = document.getIn(keys.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

const oneLine = (message: string): string => message.replaceAll(/\s+/g, ' ');
