import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { replaceSection } from './document-section.ts';

const docs = path.resolve(import.meta.dirname, '../../../docs');

/**
 * Puts the figures of a run into a document of `docs`.
 * @throws {Error} when it has no place for them
 */
export function writeSection(name: string, markdown: string, document: string = 'reliability.md'): void {
  const file = path.join(docs, document);
  writeFileSync(file, replaceSection(readFileSync(file, 'utf8'), name, markdown));
}
