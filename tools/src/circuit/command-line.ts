import { readOptions } from '../command-line/read-options.ts';
import { UsageError } from '../command-line/usage-error.ts';
import { apps } from '../apps.ts';

/** What can be done to a circuit. */
export const actNames = ['isolate', 'close', 'reset'] as const;

export type ActName = (typeof actNames)[number];

/** The apps that have circuits. */
export const bffNames: readonly string[] = apps.filter(({ kind }) => kind === 'bff').map(({ name }) => name);

/** The services that they call, each by a circuit of its own. */
const serviceNames: readonly string[] = apps
  .filter(({ kind }) => kind === 'service')
  .map(({ name }) => name.replace(/-service$/, ''));

export type CircuitCommand =
  | { do: 'list'; apps: readonly string[] }
  | { do: 'acts'; apps: readonly string[] }
  | { do: ActName; service: string; reason?: string; apps: readonly string[]; token?: string }
  | { do: 'help' };

export const usage = `usage: npm run circuit -- list | acts [--app name]
       npm run circuit -- isolate <service> --reason "..." [--app name] [--token ...]
       npm run circuit -- close | reset <service> [--reason "..."] [--app name] [--token ...]`;

/** Everything that can be typed, with what each act does. */
export const help = `${usage}

  list      every circuit: state, since when, counts, next probe, and who did what to it last
  acts      the last hundred acts, the newest first
  isolate   the service is not called any more, until close or reset
  close     it is called again at once; how often its circuit has opened is not forgotten
  reset     likewise, as if the process had just started

services: ${serviceNames.join(', ')}
--app     ${bffNames.join(', ')}; default all of them
--reason  why, for whoever finds it: 3 to 200 characters
--token   who you are: a token with the role operator. Default CIRCUIT_TOKEN, which does not show in a list of processes;
          without either, one for usr_0001 from the development issuer`;

const knownOptions = { app: { type: 'string' }, reason: { type: 'string' }, token: { type: 'string' } } as const;

/** @throws {UsageError} for everything that is not a command */
export function parseCommandLine(args: readonly string[]): CircuitCommand {
  const { positionals, values } = readOptions(args, knownOptions);
  const [word, ...names] = positionals;
  if (values.help || word === 'help') return { do: 'help' };
  const chosen = { apps: appsNamed(values.app) };
  if (word === 'list' || word === 'acts') {
    const [option] = Object.keys(values).filter((name) => name !== 'app');
    if (option) throw new UsageError(`${word} takes no option --${option}`);
    if (names.length > 0) throw new UsageError(`${word} takes no service`);
    return { do: word, ...chosen };
  }
  const act = actNames.find((name) => name === word);
  if (!act) throw new UsageError(`${said(word)}; allowed: list, acts, ${actNames.join(', ')}`);
  const service = serviceNamed(act, names);
  const { reason, token } = values;
  if (act === 'isolate' && reason === undefined) throw new UsageError('isolate needs a --reason, for whoever finds it');
  if (token?.trim() === '') throw new UsageError('--token is empty');
  return { do: act, service, ...(reason !== undefined && { reason }), ...(token && { token }), ...chosen };
}

const said = (word: string | undefined): string =>
  word === undefined ? 'say what to do' : `"${word}" is nothing to do to a circuit`;

function appsNamed(name: string | undefined): readonly string[] {
  if (name === undefined) return bffNames;
  if (bffNames.includes(name)) return [name];
  throw new UsageError(`"${name}" is not an app with circuits; allowed: ${bffNames.join(', ')}`);
}

function serviceNamed(act: ActName, [name, ...others]: readonly string[]): string {
  if (name === undefined) throw new UsageError(`say which service to ${act}; allowed: ${serviceNames.join(', ')}`);
  const found = serviceNames.find((service) => name === service || name === `${service}-service`);
  if (!found) throw new UsageError(`"${name}" is not a service; allowed: ${serviceNames.join(', ')}`);
  if (others.length > 0) throw new UsageError(`"${others.join(' ')}" is one word too many; a reason goes in quotes`);
  return found;
}
