import { globSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Validator } from '@seriousme/openapi-schema-validator';
import { BadInterface } from '../interface/bad-interface.ts';
import { type JsonObject, isObject } from './compare/json.ts';

/** An app that has an OpenAPI document, and the files that are made from it. */
export interface DocumentedApp {
  /** `mobile-bff`. */
  readonly name: string;
  /** What its code gives. */
  readonly document: JsonObject;
  /** The committed document, from the workspace root. */
  readonly snapshotFile: string;
  /** Why its interface was broken, and how, newest first. There is none until that happens. */
  readonly changelogFile: string;
  /** The types of its client. */
  readonly typesFile: string;
}

/** Every app with a file `src/openapi.ts`, which exports its `document`. */
export async function loadDocumentedApps(root: string): Promise<readonly DocumentedApp[]> {
  const files = globSync('apps/*/src/openapi.ts', { cwd: root }).toSorted();
  return Promise.all(files.map((file) => loadDocumentedApp(root, file)));
}

async function loadDocumentedApp(root: string, file: string): Promise<DocumentedApp> {
  const exported: unknown = await import(pathToFileURL(path.join(root, file)).href);
  const dir = path.posix.dirname(path.posix.dirname(file.replaceAll(path.sep, '/')));
  const name = path.posix.basename(dir);
  if (!isObject(exported) || !isObject(exported['document'])) throw new BadInterface(`${file} exports no document`);
  // As a client gets it: without what JSON has no word for.
  const document: JsonObject = JSON.parse(JSON.stringify(exported['document']));
  await validate(name, document);
  return {
    name,
    document,
    snapshotFile: `${dir}/openapi.json`,
    changelogFile: `${dir}/openapi-changes.md`,
    typesFile: `libs/client/src/generated/${name.replace(/-bff$/, '')}.ts`,
  };
}

async function validate(name: string, document: JsonObject): Promise<void> {
  // It follows references in place.
  const { valid, errors } = await new Validator().validate(structuredClone(document));
  if (!valid) throw new BadInterface(`the document of ${name} is not valid OpenAPI: ${JSON.stringify(errors)}`);
}
