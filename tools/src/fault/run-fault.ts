import { BadEnvironment, type PlacedApp, placeApps, variableOf } from '../placed-app.ts';
import { UsageError } from '../command-line/usage-error.ts';
import { type FaultCommand, type ServiceName, help, parseCommandLine, usage } from './command-line.ts';
import { NotRunning, Refused, faultAdmin } from './fault-admin.ts';
import { describeActive, describeRequest } from './fault-text.ts';

/** What the command printed, and the exit code: 0, 1 when a service does not run, 2 when the input was wrong. */
export interface FaultRun {
  readonly lines: readonly string[];
  readonly exitCode: 0 | 1 | 2;
}

/** `npm run fault`, without the process around it. */
export async function runFault(args: readonly string[], env: NodeJS.ProcessEnv): Promise<FaultRun> {
  try {
    const command = parseCommandLine(args);
    if (command.do === 'help') return { lines: [help], exitCode: 0 };
    const placed = placeApps(env);
    const results = await Promise.all(command.services.map((service) => runOn(service, command, placed)));
    const lines = results.flatMap((result) => result.lines);
    const exitCode = worst(results.map((result) => result.exitCode));
    if (exitCode === 2) return { lines: [...lines, usage], exitCode };
    return { lines: lines.length === 0 ? ['no fault is on'] : lines, exitCode };
  } catch (error) {
    if (error instanceof UsageError) return { lines: [`fault: ${error.message}`, usage], exitCode: 2 };
    if (error instanceof BadEnvironment) return { lines: [`fault: ${error.message}`], exitCode: 2 };
    throw error;
  }
}

async function runOn(
  service: ServiceName,
  command: Exclude<FaultCommand, { do: 'help' }>,
  placed: readonly PlacedApp[],
): Promise<FaultRun> {
  const app = placed.find(({ name }) => name === `${service}-service`);
  const label = `${service}:`.padEnd(10);
  if (!app) return { lines: [`${label} is not in the table of apps`], exitCode: 1 };
  const admin = faultAdmin(app.adminUrl);
  try {
    if (command.do === 'list') {
      const now = Date.now();
      return { lines: (await admin.list()).map((fault) => `${label} ${describeActive(fault, now)}`), exitCode: 0 };
    }
    if (command.do === 'clear') return { lines: [`${label} ${cleared(await admin.clear())}`], exitCode: 0 };
    await admin.set(command.fault);
    return { lines: [`${label} ${describeRequest(command.fault)}`], exitCode: 0 };
  } catch (error) {
    if (error instanceof NotRunning) {
      return {
        lines: [`${label} ${app.external ? 'not reached' : 'not running'}: ${error.message}; ${wayOut(app)}`],
        exitCode: 1,
      };
    }
    if (error instanceof Refused) return { lines: [`${label} refused: ${error.message}`], exitCode: 2 };
    throw error;
  }
}

/** A service that runs elsewhere is not started here, and its URL says nothing of an admin port. */
const wayOut = (app: PlacedApp): string =>
  app.external
    ? `faults are set on a mock's admin port, and ${variableOf(app, 'URL')} names another service: ` +
      `unset it, or name the admin port of a mock on this machine by ${variableOf(app, 'ADMIN_PORT')}`
    : 'start it with npm start';

const worst = (codes: readonly (0 | 1 | 2)[]) => (codes.includes(2) ? 2 : codes.includes(1) ? 1 : 0);

const cleared = (count: number) =>
  count === 0 ? 'no fault was on' : `${count} ${count === 1 ? 'fault' : 'faults'} cleared`;
