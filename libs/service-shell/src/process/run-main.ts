import { createLogger } from '@bff/observability';
import { ConfigError } from '../config/config-error.ts';
import { PortError } from '../server/port-error.ts';
import type { RunningServer } from '../server/serve.ts';
import { exitCodes } from './exit-codes.ts';
import { runUntilSignal } from './run-until-signal.ts';

/**
 * The whole of an app's `main.ts`: starts it, runs it until a signal, and ends the process with one clear line on stderr
 * and exit code 78 for each bad configuration value, one line for a port that cannot be had, and a fatal log line for
 * anything else, also when it comes from a promise that nobody handled.
 */
export async function runMain(app: string, start: () => Promise<RunningServer>): Promise<void> {
  const die = (error: unknown, what: string): void => {
    createLogger({ app }).fatal({ err: error }, what);
    process.exit(exitCodes.failed);
  };
  process.on('uncaughtException', (error) => die(error, 'uncaught exception'));
  process.on('unhandledRejection', (reason) => die(reason, 'unhandled rejection'));
  try {
    runUntilSignal(await start());
  } catch (error) {
    if (error instanceof ConfigError)
      endWith(
        error.problems.map((problem) => `${app}: ${problem}`),
        exitCodes.badConfiguration,
      );
    else if (error instanceof PortError) endWith([error.message], exitCodes.failed);
    else die(error, 'could not start');
  }
}

function endWith(lines: readonly string[], exitCode: number): void {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exit(exitCode);
}
