import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Incoherence } from './coherence.ts';
import { badDataSet } from './bad-data-set.ts';

/** One file of a data set: a JSON object a line. */
export interface NdjsonFile<T> {
  readonly name: string;
  readonly schema: z.ZodType<T>;
  /** The field that no two lines may share. */
  readonly key: { readonly field: string; of(entity: T): string };
  /** What the schema cannot say. */
  readonly incoherences?: (entity: T) => readonly Incoherence[];
}

/**
 * Reads a whole file, checked line by line; empty lines are skipped.
 * Throws `ConfigError` when it cannot be read or any line is bad.
 */
export function readNdjson<T>(directory: string, file: NdjsonFile<T>): T[] {
  const path = join(directory, file.name);
  const entities: T[] = [];
  const problems: string[] = [];
  const lineByKey = new Map<string, number>();
  for (const [place, text] of contentOf(path).split('\n').entries()) {
    if (text.trim() === '') continue;
    const line = place + 1;
    const report = (field: string, reason: string) => problems.push(`${path}:${line}: ${field}: ${reason}`);
    const entity = parsed(file, text, report);
    if (entity === undefined) continue;
    const key = file.key.of(entity);
    const earlier = lineByKey.get(key);
    if (earlier !== undefined) report(file.key.field, `${key} is on line ${earlier} already`);
    lineByKey.set(key, line);
    entities.push(entity);
  }
  if (problems.length > 0) throw badDataSet(problems);
  return entities;
}

function contentOf(path: string): string {
  if (!existsSync(path)) throw badDataSet([`${path}: is missing`]);
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw badDataSet([`${path}: cannot be read: ${String(error)}`]);
  }
}

type Report = (field: string, reason: string) => void;

/** The entity, or undefined once everything that is wrong with it was reported. */
function parsed<T>({ schema, incoherences }: NdjsonFile<T>, text: string, report: Report): T | undefined {
  const json = jsonOf(text);
  if (json === undefined) {
    report('(line)', 'must be one JSON object');
    return undefined;
  }
  const { data, error } = schema.safeParse(json);
  if (error) {
    for (const issue of error.issues) report(fieldOf(issue.path), issue.message);
    return undefined;
  }
  const wrong = incoherences?.(data) ?? [];
  for (const { field, reason } of wrong) report(field, reason);
  return wrong.length === 0 ? data : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `lines[2].unitPrice.amount`. */
const fieldOf = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '') || '(line)';
