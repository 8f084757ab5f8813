import { BadEnvironment, type PlacedApp, placeApps } from '../placed-app.ts';
import { NoToken } from '../token/token-endpoint.ts';
import { NotRunning, Refused, circuitAdmin } from './circuit-admin.ts';
import { describeCircuits, describeLoggedAct, describeResult } from './circuit-text.ts';
import { UsageError } from '../command-line/usage-error.ts';
import { type CircuitCommand, help, parseCommandLine, usage } from './command-line.ts';
import { operatorToken } from './operator-token.ts';

/** What the command printed, and the exit code: 0, 1 when an app or the issuer does not answer, 2 when it was refused. */
export interface CircuitRun {
  readonly lines: readonly string[];
  readonly exitCode: 0 | 1 | 2;
}

type OnApp = (app: PlacedApp) => Promise<readonly string[]>;

/** `npm run circuit`, without the process around it. */
export async function runCircuit(args: readonly string[], env: NodeJS.ProcessEnv): Promise<CircuitRun> {
  try {
    const command = parseCommandLine(args);
    if (command.do === 'help') return { lines: [help], exitCode: 0 };
    const chosen = placeApps(env).filter(({ name }) => command.apps.includes(name));
    const work = await prepare(command, env);
    const results = await Promise.all(chosen.map((app) => attempt(app, work)));
    const exitCode = worst(results.map((result) => result.exitCode));
    return { lines: results.flatMap((result) => result.lines), exitCode };
  } catch (error) {
    if (error instanceof UsageError) return { lines: [`circuit: ${error.message}`, usage], exitCode: 2 };
    if (error instanceof BadEnvironment) return { lines: [`circuit: ${error.message}`], exitCode: 2 };
    if (error instanceof NoToken) return { lines: [`circuit: ${error.message}`], exitCode: 1 };
    throw error;
  }
}

/** What is to be done with each app. One token serves them all. */
async function prepare(command: Exclude<CircuitCommand, { do: 'help' }>, env: NodeJS.ProcessEnv): Promise<OnApp> {
  const now = Date.now();
  if (command.do === 'list') {
    return async ({ name, adminUrl }) => describeCircuits(name, await circuitAdmin(adminUrl).list(), now);
  }
  if (command.do === 'acts') {
    return async ({ name, adminUrl }) => {
      const lines = (await circuitAdmin(adminUrl).acts()).map((act) => labelled(name, describeLoggedAct(act, now)));
      return lines.length === 0 ? [labelled(name, 'no acts')] : lines;
    };
  }
  const { do: act, service, reason } = command;
  const token = await operatorToken(command.token, env);
  return async ({ name, adminUrl }) => [
    labelled(name, describeResult(await circuitAdmin(adminUrl).act({ act, service, reason, token }))),
  ];
}

async function attempt(app: PlacedApp, work: OnApp): Promise<CircuitRun> {
  try {
    return { lines: await work(app), exitCode: 0 };
  } catch (error) {
    if (error instanceof NotRunning) {
      return { lines: [labelled(app.name, `not running: ${error.message}; start it with npm start`)], exitCode: 1 };
    }
    if (error instanceof Refused) {
      const again = error.retryable ? '; try again in a moment' : '';
      return { lines: [labelled(app.name, `refused: ${error.message}${again}`)], exitCode: error.retryable ? 1 : 2 };
    }
    throw error;
  }
}

const labelled = (app: string, text: string): string => `${`${app}:`.padEnd(12)} ${text}`;

const worst = (codes: readonly (0 | 1 | 2)[]) => (codes.includes(2) ? 2 : codes.includes(1) ? 1 : 0);
