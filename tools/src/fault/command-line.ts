import { type FaultKind, type FaultRequest, describeFault, faultKindNames, faultRequestSchema } from '@bff/mock-kit';
import { readOptions } from '../command-line/read-options.ts';
import { UsageError } from '../command-line/usage-error.ts';
import { parseDuration } from './duration.ts';

/** The services a fault can be set on, as they are named on the command line. */
export const serviceNames = ['order', 'user', 'payment', 'inventory'] as const;

export type ServiceName = (typeof serviceNames)[number];

export type FaultCommand =
  | { do: 'set'; services: readonly ServiceName[]; fault: FaultRequest }
  | { do: 'list'; services: readonly ServiceName[] }
  | { do: 'clear'; services: readonly ServiceName[] }
  | { do: 'help' };

export const usage = `usage: npm run fault -- <service> <kind> [--route op] [--ms n] [--status n] [--probability 0..1] [--for 30s]
       npm run fault -- list [service]
       npm run fault -- clear [service]`;

/** The help is as wide as its longest name. */
const kindColumns = Math.max(...faultKindNames.map((kind) => kind.length));

/** Everything that can be typed, with what each kind does. */
export const help = `${usage}

services: ${serviceNames.join(', ')}, all
kinds:
${faultKindNames.map(describeKind).join('\n')}`;

const knownOptions = {
  route: { type: 'string' },
  ms: { type: 'string' },
  status: { type: 'string' },
  probability: { type: 'string' },
  for: { type: 'string' },
} as const;

type Options = ReturnType<typeof readOptions<typeof knownOptions>>['values'];

/** @throws {UsageError} for everything that is not a command */
export function parseCommandLine(args: readonly string[]): FaultCommand {
  const { positionals, values } = readOptions(args, knownOptions);
  const [first, second, ...rest] = positionals;
  if (values.help || first === 'help') return { do: 'help' };
  if (first === undefined) throw new UsageError('say which service and which kind, or list or clear');
  if (first === 'list' || first === 'clear') {
    const [option] = Object.keys(values);
    if (option) throw new UsageError(`${first} takes no option --${option}`);
    if (rest.length > 0) throw new UsageError(`${first} takes at most one service`);
    return { do: first, services: servicesNamed(second ?? 'all') };
  }
  const services = servicesNamed(first);
  if (second === undefined) throw new UsageError(`say which kind; allowed: ${faultKindNames.join(', ')}`);
  if (rest.length > 0) throw new UsageError(`"${rest.join(' ')}" is one word too many`);
  return { do: 'set', services, fault: faultFrom(second, values) };
}

function servicesNamed(name: string): readonly ServiceName[] {
  if (name === 'all') return serviceNames;
  const found = serviceNames.find((service) => name === service || name === `${service}-service`);
  if (!found) throw new UsageError(`"${name}" is not a service; allowed: ${serviceNames.join(', ')}, all`);
  return [found];
}

function faultFrom(kind: string, options: Options): FaultRequest {
  const { route = 'all' } = options;
  const asked = {
    kind,
    route,
    ...numberOf('ms', options.ms),
    ...numberOf('status', options.status),
    ...numberOf('probability', options.probability),
    ...(options.for === undefined ? {} : { forMs: durationOf(options.for) }),
  };
  // Which routes there are is known by the service alone; it refuses one that it does not have.
  const checked = faultRequestSchema(['all', route]).safeParse(asked);
  if (checked.success) return checked.data;
  const reasons = checked.error.issues.map(({ path: [field], message }) =>
    field === 'kind' ? `kind "${kind}" ${message}` : `${optionOf(field)} ${message}`,
  );
  throw new UsageError(reasons.join('; '));
}

const optionOf = (field: PropertyKey | undefined) => (field === 'forMs' ? '--for' : `--${String(field)}`);

function numberOf(name: string, text: string | undefined): Record<string, number> {
  if (text === undefined) return {};
  if (text.trim() === '' || !Number.isFinite(Number(text))) throw new UsageError(`--${name} "${text}" is not a number`);
  return { [name]: Number(text) };
}

function durationOf(text: string): number {
  const ms = parseDuration(text);
  if (ms === undefined) throw new UsageError(`--for "${text}" is not a duration such as 500ms, 30s, 5m or 1h`);
  return ms;
}

function describeKind(kind: FaultKind): string {
  const { does, ms, msIs, status } = describeFault(kind);
  const options = [
    ...(ms === undefined ? [] : [`--ms, ${msIs}, default ${ms}`]),
    ...(status === undefined ? [] : [`--status, default ${status}`]),
  ];
  return `  ${kind.padEnd(kindColumns)}  ${does}${options.length === 0 ? '' : ` (${options.join('; ')})`}`;
}
