import { ConfigError, readYamlText } from '@bff/service-shell';

/** One value that the environment puts in the place of the file's. */
export interface Override {
  readonly variable: string;
  readonly path: readonly string[];
  readonly value: unknown;
}

const prefix = 'SETTINGS__';

/**
 * The overrides in an environment: `SETTINGS__services__payment__attemptMs=300`. Two underscores stand between keys, which
 * are written as in the file; the value is read as YAML would read it there. A blank one counts as unset. Whether there is
 * such a knob, the schema says. Throws `ConfigError` for what is not one value.
 */
export function environmentOverrides(env: Readonly<Record<string, string | undefined>>): readonly Override[] {
  return Object.entries(env)
    .filter(([variable, text]) => variable.startsWith(prefix) && text !== undefined && text.trim() !== '')
    .map(([variable, text = '']) => {
      const { value } = readYamlText(text.trim(), variable);
      if (typeof value === 'object' && value !== null) {
        throw new ConfigError([`${variable}: must be one value; set each key of a group by a variable of its own`]);
      }
      return { variable, path: variable.slice(prefix.length).split('__'), value };
    });
}

/** The file's values with the environment's in their place. What was given is left as it is. */
export function withOverrides(value: unknown, overrides: readonly Override[]): unknown {
  const result = structuredClone(value);
  for (const override of overrides) put(result, override);
  return result;
}

function put(root: unknown, { path, value }: Override): void {
  const last = path.at(-1) ?? '';
  let group = root;
  for (const key of path.slice(0, -1)) {
    if (!isGroup(group)) return;
    if (!Object.hasOwn(group, key)) group[key] = {};
    group = group[key];
  }
  // Where the file has something that can hold no key, the check of the file's own value will say so.
  if (isGroup(group)) group[last] = value;
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
