import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withEntry } from './changelog.ts';
import { UsageError, help, parseCommandLine } from './command-line.ts';
import { type ComparedApp, compareApp } from './compared-app.ts';
import { BadDocument, loadDocumentedApps } from './documented-app.ts';
import { breakingOf, changeLines, differences } from './report.ts';

/** What the command printed, and the exit code: 0, 1 when what is committed is not right, 2 when the input was wrong. */
export interface OpenApiRun {
  readonly text: string;
  readonly exitCode: 0 | 1 | 2;
}

/** `npm run openapi`, without the process around it. */
export async function runOpenApi(args: readonly string[], root: string, today: Date): Promise<OpenApiRun> {
  try {
    const command = parseCommandLine(args);
    if (command.name === 'help') return { text: help, exitCode: 0 };
    const apps = await loadDocumentedApps(root);
    const compared = await Promise.all(apps.map((app) => compareApp(root, app)));
    return command.name === 'check' ? check(compared) : write(root, compared, command.reason, today);
  } catch (error) {
    if (error instanceof UsageError) return { text: error.message, exitCode: 2 };
    if (error instanceof BadDocument) return { text: error.message, exitCode: 1 };
    throw error;
  }
}

function check(compared: readonly ComparedApp[]): OpenApiRun {
  const reports = compared.map(differences).filter((report) => report !== undefined);
  if (reports.length === 0) {
    return { text: `${namesOf(compared)}: documents and client types are what the code gives`, exitCode: 0 };
  }
  const breaks = compared.some((each) => breakingOf(each).length > 0);
  const advice = breaks
    ? 'To go through with it: npm run openapi -- write --breaking "why, and what clients are to do"'
    : 'To take it over: npm run openapi -- write';
  return { text: [...reports, advice].join('\n\n'), exitCode: 1 };
}

function write(root: string, compared: readonly ComparedApp[], reason: string | undefined, today: Date): OpenApiRun {
  const refused = compared.filter((each) => breakingOf(each).length > 0);
  if (refused.length > 0 && reason === undefined) {
    const lists = refused.map((each) => [each.app.snapshotFile, ...changeLines(breakingOf(each))].join('\n'));
    const advice = 'Nothing was written. To go through with it: write --breaking "why, and what clients are to do"';
    return { text: [...lists, advice].join('\n\n'), exitCode: 1 };
  }
  const written = compared.flatMap((each) => writeApp(root, each, reason, today));
  const text = written.length === 0 ? `${namesOf(compared)}: nothing to write` : `wrote ${written.join(', ')}`;
  return { text, exitCode: 0 };
}

/** Returns the files that were written. */
function writeApp(root: string, compared: ComparedApp, reason: string | undefined, today: Date): string[] {
  const { app, snapshot, types } = compared;
  const written: string[] = [];
  const put = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
    written.push(file);
  };
  const changes = breakingOf(compared);
  if (reason !== undefined && changes.length > 0) {
    const file = path.join(root, app.changelogFile);
    const log = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    put(app.changelogFile, withEntry(log, { day: today.toISOString().slice(0, 10), reason, changes }));
  }
  if (snapshot.state !== 'same') put(app.snapshotFile, snapshot.text);
  if (types.state !== 'same') put(app.typesFile, types.text);
  return written;
}

const namesOf = (compared: readonly ComparedApp[]): string => compared.map(({ app }) => app.name).join(', ');
