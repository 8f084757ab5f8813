import { BadInterface } from '../interface/bad-interface.ts';
import { type ComparedApp, type Difference, compareFile } from '../interface/compared-app.ts';
import { compareDocuments } from './compare/compare-documents.ts';
import { type JsonObject, isObject, isSame } from './compare/json.ts';
import type { DocumentedApp } from './documented-app.ts';
import { snapshotText, typesText } from './generated-files.ts';

/** Compares an app's code with its committed files. */
export async function compareApp(root: string, app: DocumentedApp): Promise<ComparedApp> {
  const [snapshot, types] = await Promise.all([snapshotText(app), typesText(app)]);
  return {
    name: app.name,
    changelogFile: app.changelogFile,
    files: [
      compareFile(root, app.snapshotFile, snapshot, (committed) => compareSnapshot(app, committed)),
      compareFile(root, app.typesFile, types, () => ({
        difference: "is not what is made from the code's document",
        changes: [],
      })),
    ],
  };
}

function compareSnapshot({ document, snapshotFile }: DocumentedApp, committed: string): Difference {
  const before = parsed(snapshotFile, committed);
  if (isSame(before, document)) return { difference: undefined, changes: [] };
  const changes = compareDocuments(before, document);
  const difference =
    changes.length === 0
      ? 'differs from the code in words only: descriptions, examples, names of components'
      : 'is not what the code gives';
  return { difference, changes };
}

function parsed(file: string, text: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new BadInterface(`${file} is not JSON; it is written by: npm run openapi -- write`, { cause });
  }
  if (isObject(value)) return value;
  throw new BadInterface(`${file} is not an OpenAPI document`);
}
