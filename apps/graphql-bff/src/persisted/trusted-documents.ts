import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfigError } from '@bff/service-shell';
import { z } from 'zod';

/** The manifest that `@apollo/generate-persisted-query-manifest` writes; other members are passed over. */
const manifestSchema = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string(), name: z.string().optional(), body: z.string().min(1) })),
});

/**
 * Operations by the SHA-256 of their text, from a manifest.
 *
 * @throws ConfigError when the file cannot be read, is no manifest, or has an id that is not the hash of its operation
 */
export function readTrustedDocuments(file: string): ReadonlyMap<string, string> {
  const { operations } = parsed(file);
  const wrong = operations.find(({ id, body }) => id !== hashOf(body));
  if (wrong) {
    throw problem(
      file,
      `the id of ${wrong.name ?? 'an operation'} is ${wrong.id.slice(0, 80)}, not the SHA-256 of its body`,
    );
  }
  return new Map(operations.map(({ id, body }) => [id, body]));
}

function parsed(file: string): z.infer<typeof manifestSchema> {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw problem(file, error instanceof SyntaxError ? 'it is not JSON' : 'it cannot be read');
  }
  const result = manifestSchema.safeParse(content);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw problem(
    file,
    `it is no Apollo persisted query manifest of version 1: ${issue?.path.join('.')} ${issue?.message}`,
  );
}

/** The SHA-256 of an operation's text, by which it is known. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const problem = (file: string, reason: string): ConfigError =>
  new ConfigError([`TRUSTED_DOCUMENTS=${JSON.stringify(file)}: ${reason}`]);
