import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { replaceSection } from './document-section.ts';

const document = path.resolve(import.meta.dirname, '../../../docs/reliability.md');

/**
 * Puts the figures of a run into docs/reliability.md.
 * @throws {Error} when it has no place for them
 */
export function writeSection(name: string, markdown: string): void {
  writeFileSync(document, replaceSection(readFileSync(document, 'utf8'), name, markdown));
}
