import { apps } from '../apps.ts';
import { askProbe } from './ask-probe.ts';
import { freePorts } from './free-ports.ts';
import type { ProbeOrder, ProbeReading } from './probe.ts';
import { type RunningCommand, runScript } from './running-command.ts';
import { type WholeSystem, serviceNames, untilReady } from './whole-system.ts';

/** One more process of a BFF, beside the one that the system has. */
export interface Replica {
  readonly url: string;
  readonly adminUrl: string;
  readonly command: RunningCommand;
  probe(): Promise<ProbeReading>;
  /** Hands any other order to its probe. */
  order(order: ProbeOrder): Promise<void>;
  /** Resolves with its exit code. */
  stop(): Promise<number | null>;
}

export interface ReplicaOptions {
  readonly app: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Public and admin port. Default: free ones. */
  readonly ports?: readonly number[];
}

/** Starts a BFF that uses the services of a system. Resolves when it is ready. */
export async function startReplica(system: WholeSystem, { app, env = {}, ports }: ReplicaOptions): Promise<Replica> {
  const dir = apps.find(({ name }) => name === app)?.dir;
  if (dir === undefined) throw new Error(`there is no app ${app}`);
  const [port, adminPort] = ports ?? (await freePorts(2));
  const services = serviceNames.map((name) => [
    `${name.toUpperCase()}_SERVICE_URL`,
    system.publicUrl(`${name}-service`),
  ]);
  const issuer = system.publicUrl('user-service');
  const variables = {
    ...Object.fromEntries(services),
    AUTH_ISSUER: issuer,
    AUTH_JWKS_URL: `${issuer}/.well-known/jwks.json`,
    ...env,
    PORT: String(port),
    ADMIN_PORT: String(adminPort),
  };
  const command = runScript(`${dir}/src/main.ts`, [], variables, ['tools/src/running/probe.ts']);
  const adminUrl = `http://127.0.0.1:${adminPort}`;
  await untilReady(adminUrl);
  return {
    url: `http://127.0.0.1:${port}`,
    adminUrl,
    command,
    probe: () => askProbe<ProbeReading>(command.child, { probe: 'read' }),
    async order(order) {
      await askProbe(command.child, order);
    },
    stop: () => command.end('SIGTERM'),
  };
}
