import type { Change } from './change.ts';
import type { ComparedApp } from './compared-app.ts';

/** What differs between an app's code and its committed files, in words; undefined when nothing does. */
export function differences({ files }: ComparedApp): string | undefined {
  const lines = files
    .filter(({ difference }) => difference !== undefined)
    .flatMap(({ file, difference, changes }) => [`${file} ${difference}.`, ...changeLines(changes)]);
  return lines.length === 0 ? undefined : lines.join('\n');
}

/** The changes under what they do to clients, the worst first. */
export function changeLines(changes: readonly Change[]): string[] {
  const listed = (title: string, isMeant: (change: Change) => boolean): string[] => {
    const meant = changes.filter(isMeant);
    return meant.length === 0 ? [] : [title, ...meant.map(({ text }) => `    - ${text}`)];
  };
  return [
    ...listed('  breaks clients:', ({ breaking }) => breaking),
    ...listed('  may surprise clients:', ({ surprising = false }) => surprising),
    ...listed('  clients can bear:', ({ breaking, surprising = false }) => !breaking && !surprising),
  ];
}
