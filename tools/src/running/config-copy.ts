import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { root } from './running-command.ts';

/** A folder of settings for `CONFIG_DIR`: those that ship, with some of them changed. */
export interface ConfigCopy {
  readonly dir: string;
  remove(): void;
}

type Changes = { readonly [key: string]: Changes | number | string | boolean };

/** `changes` has the form of the settings files; each file gets those that concern what it has. */
export function copyConfig(changes: Readonly<Record<string, Changes>>): ConfigCopy {
  const dir = mkdtempSync(path.join(tmpdir(), 'bff-config-'));
  const from = path.join(root, 'config');
  for (const file of readdirSync(from).filter((name) => name.endsWith('.yaml'))) {
    const settings: unknown = parse(readFileSync(path.join(from, file), 'utf8'));
    const own = changes[path.basename(file, '.yaml')];
    writeFileSync(path.join(dir, file), stringify(own === undefined ? settings : merged(settings, own)));
  }
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

function merged(settings: unknown, changes: Changes): unknown {
  const result: Record<string, unknown> = { ...(typeof settings === 'object' ? settings : undefined) };
  for (const [key, change] of Object.entries(changes)) {
    result[key] = typeof change === 'object' ? merged(result[key], change) : change;
  }
  return result;
}
