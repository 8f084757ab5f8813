import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Change } from './compare/change.ts';
import { compareDocuments } from './compare/compare-documents.ts';
import { type JsonObject, isObject, isSame } from './compare/json.ts';
import { BadDocument, type DocumentedApp } from './documented-app.ts';
import { snapshotText, typesText } from './generated-files.ts';

/** How what is committed differs from what the code gives. */
export interface ComparedApp {
  readonly app: DocumentedApp;
  readonly snapshot: {
    /** `new`: nothing is committed. `words`: they differ in descriptions and examples only. */
    readonly state: 'new' | 'same' | 'words' | 'changed';
    readonly changes: readonly Change[];
    readonly text: string;
  };
  readonly types: { readonly state: 'new' | 'same' | 'changed'; readonly text: string };
}

/** Compares an app's code with its committed files. */
export async function compareApp(root: string, app: DocumentedApp): Promise<ComparedApp> {
  const [snapshot, types] = await Promise.all([snapshotText(app), typesText(app)]);
  const committed = readIfThere(path.join(root, app.snapshotFile));
  const committedTypes = readIfThere(path.join(root, app.typesFile));
  const typesState = committedTypes === undefined ? 'new' : committedTypes === types ? 'same' : 'changed';
  return {
    app,
    snapshot: { ...stateOf(app, committed), text: snapshot },
    types: { state: typesState, text: types },
  };
}

function stateOf(
  { document, snapshotFile }: DocumentedApp,
  committed: string | undefined,
): Pick<ComparedApp['snapshot'], 'state' | 'changes'> {
  if (committed === undefined) return { state: 'new', changes: [] };
  const before = parsed(snapshotFile, committed);
  if (isSame(before, document)) return { state: 'same', changes: [] };
  const changes = compareDocuments(before, document);
  return { state: changes.length === 0 ? 'words' : 'changed', changes };
}

function parsed(file: string, text: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new BadDocument(`${file} is not JSON; it is written by: npm run openapi -- write`, { cause });
  }
  if (isObject(value)) return value;
  throw new BadDocument(`${file} is not an OpenAPI document`);
}

const readIfThere = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
