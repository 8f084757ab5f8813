import { type Change, textOf } from './compare/change.ts';
import type { ComparedApp } from './compared-app.ts';

/** What differs between an app's code and its committed files, in words; undefined when nothing does. */
export function differences({ app, snapshot, types }: ComparedApp): string | undefined {
  const lines: string[] = [];
  if (snapshot.state === 'new') lines.push(`${app.snapshotFile} is not there.`);
  if (snapshot.state === 'words') {
    lines.push(`${app.snapshotFile} differs from the code in words only: descriptions, examples, names of components.`);
  }
  if (snapshot.state === 'changed') {
    lines.push(`${app.snapshotFile} is not what the code gives.`, ...changeLines(snapshot.changes));
  }
  if (types.state === 'new') lines.push(`${app.typesFile} is not there.`);
  if (types.state === 'changed') lines.push(`${app.typesFile} is not what is made from the code's document.`);
  return lines.length === 0 ? undefined : lines.join('\n');
}

/** The changes that break clients first, under what they are. */
export function changeLines(changes: readonly Change[]): string[] {
  const [breaking, others] = [changes.filter((each) => each.breaking), changes.filter((each) => !each.breaking)];
  return [...listed('  breaks clients:', breaking), ...listed('  clients can bear:', others)];
}

const listed = (title: string, changes: readonly Change[]): string[] =>
  changes.length === 0 ? [] : [title, ...changes.map((change) => `    - ${textOf(change)}`)];

export const breakingOf = ({ snapshot }: ComparedApp): readonly Change[] =>
  snapshot.changes.filter((change) => change.breaking);
