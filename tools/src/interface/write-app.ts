import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withEntry } from './changelog.ts';
import { type ComparedApp, breakingOf, readIfThere } from './compared-app.ts';

/** Writes every file of an app that differs, and what breaks clients into its changelog. Returns the files written. */
export function writeApp(root: string, app: ComparedApp, reason: string | undefined, today: Date): string[] {
  const written: string[] = [];
  const put = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
    written.push(file);
  };
  const changes = breakingOf(app);
  if (reason !== undefined && changes.length > 0) {
    const log = readIfThere(path.join(root, app.changelogFile));
    put(app.changelogFile, withEntry(log, { day: today.toISOString().slice(0, 10), reason, changes }));
  }
  for (const { file, text, difference } of app.files) if (difference !== undefined) put(file, text);
  return written;
}
