import { z } from 'zod';
import type { Target } from './target.ts';

/** More than this is no list that a person would look at, and each is asked several times a second. */
const MOST_TARGETS = 64;

const appName = /^[a-z][a-z0-9-]{0,40}$/;

const listed = z.strictObject({
  app: z.string(),
  adminUrl: z.string(),
  kind: z.enum(['bff', 'service']).optional(),
  team: z.string().min(1).max(40).optional(),
});

type Listed = z.output<typeof listed>;

/** Whose the apps of this repository are, where a list does not say. */
const teams: Readonly<Record<string, string>> = { 'mobile-bff': 'mobile', 'web-bff': 'web', 'graphql-bff': 'frontend' };

export type ParsedTargets =
  | { readonly targets: readonly Target[]; readonly problem?: undefined }
  | { readonly targets: readonly []; readonly problem: string };

/**
 * Reads `mobile-bff=http://127.0.0.1:9001,payment-service=http://…`, or the same as a JSON list of
 * `{ app, adminUrl, kind?, team? }`. What is named `…-bff` is a BFF, `…-service` a service; only JSON can say otherwise.
 */
export function parseTargets(text: string): ParsedTargets {
  try {
    const all = text.trimStart().startsWith('[') ? fromJson(text) : text.split(',').map(fromPair);
    return { targets: numbered(all) };
  } catch (error) {
    if (!(error instanceof NoTarget)) throw error;
    return { targets: [], problem: error.message };
  }
}

class NoTarget extends Error {}

function fromPair(pair: string): Listed {
  const [app = '', ...rest] = pair.trim().split('=');
  if (rest.length === 0) throw new NoTarget(`must be <app>=<url> separated by commas, "${pair.trim()}" is not`);
  return { app, adminUrl: rest.join('=') };
}

function fromJson(text: string): readonly Listed[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new NoTarget('must be a JSON list when it begins with [, but is not valid JSON');
  }
  const checked = z.array(listed).safeParse(value);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new NoTarget(`[${issue?.path.join('.')}]: ${issue?.message}; a target is { app, adminUrl, kind?, team? }`);
}

function numbered(all: readonly Listed[]): readonly Target[] {
  if (all.length === 0 || all.length > MOST_TARGETS) throw new NoTarget(`must be 1 to ${MOST_TARGETS} targets`);
  const seen = new Map<string, number>();
  const urls = new Set<string>();
  return all.map(({ app, adminUrl, kind = kindOf(app), team = teams[app] ?? 'platform' }) => {
    if (!appName.test(app)) throw new NoTarget(`"${app}" is no name of an app`);
    if (kind === undefined) throw new NoTarget(`"${app}" must end in -bff or -service, or its kind be given in JSON`);
    const url = baseUrl(app, adminUrl);
    if (urls.has(url)) throw new NoTarget(`${url} is there twice`);
    urls.add(url);
    const replica = seen.get(app) ?? 0;
    seen.set(app, replica + 1);
    return { app, kind, team, adminUrl: url, replica };
  });
}

function kindOf(app: string): Target['kind'] | undefined {
  if (app.endsWith('-bff')) return 'bff';
  return app.endsWith('-service') ? 'service' : undefined;
}

function baseUrl(app: string, text: string): string {
  const refused = new NoTarget(`${app}: must have an http or https URL without credentials, path, query or fragment`);
  if (!URL.canParse(text)) throw refused;
  const { protocol, username, password, pathname, search, hash, origin } = new URL(text);
  if (!/^https?:$/.test(protocol) || username + password + search + hash !== '' || pathname !== '/') throw refused;
  return origin;
}
