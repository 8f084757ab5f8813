import { describeAllowed } from '../input/describe-schema.ts';
import type { ConfigSchema } from './load-config.ts';

/** One row of an app's configuration table. */
export interface ConfigRow {
  env: string;
  /** Undefined when it must be set. */
  default: string | undefined;
  /** What is allowed, when the type tells. */
  allowed: string | undefined;
  doc: string;
}

/** Every field of a configuration, for documentation. */
export const configTable = (schema: ConfigSchema): ConfigRow[] =>
  Object.values(schema).map((field) => ({
    env: field.env,
    default: 'default' in field ? (field.defaultText ?? String(field.default)) : undefined,
    allowed: describeAllowed(field.type),
    doc: field.doc,
  }));

/** The same as a Markdown table. */
export function configTableMarkdown(schema: ConfigSchema): string {
  const rows = configTable(schema).map(
    (row) =>
      `| \`${row.env}\` | ${row.default === undefined ? 'must be set' : `\`${row.default}\``} | ${row.allowed ?? ''} | ${row.doc} |`,
  );
  return ['| variable | default | allowed | what it is for |', '|---|---|---|---|', ...rows].join('\n');
}
