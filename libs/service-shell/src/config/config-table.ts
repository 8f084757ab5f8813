import { allowedFor } from './allowed-for.ts';
import type { ConfigField } from './config-field.ts';
import type { ConfigSchema } from './load-config.ts';

/** One row of an app's configuration table. */
export interface ConfigRow {
  env: string;
  /** Undefined when it must be set. */
  default: string | undefined;
  /** What is allowed: `an integer from 0 to 65535`. */
  allowed: string;
  doc: string;
}

/** Every field of a configuration, for documentation. */
export const configTable = (schema: ConfigSchema): ConfigRow[] =>
  Object.values(schema).map((field) => ({
    env: field.env,
    default: defaultOf(field),
    allowed: allowedFor(field).replace(/^must be (set$)?/, '') || 'any text',
    doc: field.doc,
  }));

function defaultOf(field: ConfigField<unknown>): string | undefined {
  if (!('default' in field)) return undefined;
  return field.secret === true ? '(hidden)' : (field.defaultText ?? String(field.default));
}

/** The same as a Markdown table. */
export function configTableMarkdown(schema: ConfigSchema): string {
  const rows = configTable(schema).map(
    (row) =>
      `| \`${row.env}\` | ${row.default === undefined ? 'must be set' : `\`${row.default}\``} | ${row.allowed} | ${row.doc} |`,
  );
  return ['| variable | default | allowed | what it is for |', '|---|---|---|---|', ...rows].join('\n');
}
