import { BadEnvironment, placeApps } from '../placed-app.ts';
import { UsageError } from '../command-line/usage-error.ts';
import { help, parseCommandLine } from './command-line.ts';
import { NoToken, requestToken } from './token-endpoint.ts';

/** What the command printed, and the exit code: 0, 1 when no token could be had, 2 when the input was wrong. */
export interface TokenRun {
  readonly text: string;
  readonly exitCode: 0 | 1 | 2;
}

/** `npm run -s token`, without the process around it. */
export async function runToken(args: readonly string[], env: NodeJS.ProcessEnv): Promise<TokenRun> {
  try {
    const request = parseCommandLine(args);
    if (request === 'help') return { text: help, exitCode: 0 };
    return { text: await requestToken(userServiceUrl(env), request), exitCode: 0 };
  } catch (error) {
    if (error instanceof NoToken) return { text: `token: ${error.message}`, exitCode: 1 };
    if (error instanceof UsageError || error instanceof BadEnvironment) {
      return { text: `token: ${error.message}`, exitCode: 2 };
    }
    throw error;
  }
}

function userServiceUrl(env: NodeJS.ProcessEnv): string {
  const app = placeApps(env).find(({ name }) => name === 'user-service');
  if (!app) throw new NoToken('the user service is not in the table of apps');
  return app.url;
}
