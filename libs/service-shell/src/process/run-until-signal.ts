import type { RunningServer } from '../server/serve.ts';
import { exitCodes } from './exit-codes.ts';

/** Beyond what a server's close can take by its own limits, for the last lines to be written. */
const slackMs = 90;

/**
 * Closes the server on SIGTERM or SIGINT and ends the process. A second signal ends it at once, and so does a close that
 * takes longer than its limits allow.
 */
export function runUntilSignal(running: RunningServer): void {
  let asked = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (asked) process.exit(exitCodes.failed);
    asked = true;
    running.app.context.logger.info({ signal }, 'asked to stop');
    setTimeout(() => process.exit(exitCodes.failed), running.longestCloseMs + slackMs).unref();
    running.close().then(
      () => process.exit(exitCodes.ok),
      (error: unknown) => {
        running.app.context.logger.fatal({ err: error }, 'could not stop in order');
        process.exit(exitCodes.failed);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
