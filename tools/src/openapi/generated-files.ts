import openapiTS, { astToString } from 'openapi-typescript';
import { formatted } from '../interface/formatted.ts';
import type { DocumentedApp } from './documented-app.ts';

/** The committed text of an app's document. */
export const snapshotText = ({ document, snapshotFile }: DocumentedApp): Promise<string> =>
  formatted(snapshotFile, JSON.stringify(document));

/** The types of an app's client, as TypeScript. */
export async function typesText({ document, snapshotFile, typesFile }: DocumentedApp): Promise<string> {
  const types = astToString(await openapiTS(Buffer.from(JSON.stringify(document)), { immutable: true }));
  return formatted(typesFile, `// Made from ${snapshotFile} by: npm run openapi -- write\n\n${types}`);
}
