import { BadInterface } from './bad-interface.ts';
import { UsageError } from '../command-line/usage-error.ts';
import { helpOf, parseCommandLine } from './command-line.ts';
import { type ComparedApp, breakingOf } from './compared-app.ts';
import type { InterfaceCommand } from './interface-command.ts';
import { changeLines, differences } from './report.ts';
import { writeApp } from './write-app.ts';

/** What the command printed, and the exit code: 0, 1 when what is committed is not right, 2 when the input was wrong. */
export interface InterfaceRun {
  readonly text: string;
  readonly exitCode: 0 | 1 | 2;
}

/** `npm run openapi` and the like, without the process around it. */
export async function runInterfaceCommand(
  command: InterfaceCommand,
  args: readonly string[],
  root: string,
  today: Date,
): Promise<InterfaceRun> {
  try {
    const asked = parseCommandLine(args, command);
    if (asked.name === 'help') return { text: helpOf(command), exitCode: 0 };
    const compared = await command.compareApps(root);
    if (asked.name === 'check') return check(command, compared);
    return write(root, compared, asked.reason, today);
  } catch (error) {
    if (error instanceof UsageError) return { text: error.message, exitCode: 2 };
    if (error instanceof BadInterface) return { text: error.message, exitCode: 1 };
    throw error;
  }
}

function check({ name, whenSame }: InterfaceCommand, compared: readonly ComparedApp[]): InterfaceRun {
  const reports = compared.map(differences).filter((report) => report !== undefined);
  if (reports.length === 0) return { text: `${namesOf(compared)}: ${whenSame}`, exitCode: 0 };
  const breaks = compared.some((app) => breakingOf(app).length > 0);
  const advice = breaks
    ? `To go through with it: npm run ${name} -- write --breaking "why, and what clients are to do"`
    : `To take it over: npm run ${name} -- write`;
  return { text: [...reports, advice].join('\n\n'), exitCode: 1 };
}

function write(root: string, compared: readonly ComparedApp[], reason: string | undefined, today: Date): InterfaceRun {
  if (reason === undefined && compared.some((app) => breakingOf(app).length > 0)) {
    const advice = 'Nothing was written. To go through with it: write --breaking "why, and what clients are to do"';
    return { text: [...compared.flatMap(breakingLists), advice].join('\n\n'), exitCode: 1 };
  }
  const written = compared.flatMap((app) => writeApp(root, app, reason, today));
  const text = written.length === 0 ? `${namesOf(compared)}: nothing to write` : `wrote ${written.join(', ')}`;
  return { text, exitCode: 0 };
}

/** What would break clients, under the file of the interface. */
function breakingLists(app: ComparedApp): string[] {
  const [changes, file] = [breakingOf(app), app.files[0]?.file ?? app.name];
  return changes.length === 0 ? [] : [[file, ...changeLines(changes)].join('\n')];
}

const namesOf = (compared: readonly ComparedApp[]): string => compared.map(({ name }) => name).join(', ');
