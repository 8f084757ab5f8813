import type { ChildProcess } from 'node:child_process';
import { tokenResponseSchema } from '@bff/contracts';
import type { FaultKind, FaultRequest } from '@bff/mock-kit';
import { z } from 'zod';
import { type AppEntry, watchedApps as apps } from '../apps.ts';
import { faultAdmin } from '../fault/fault-admin.ts';
import { askProbe } from './ask-probe.ts';
import { freePorts } from './free-ports.ts';
import type { ProbeOrder, ProbeReading } from './probe.ts';
import { type RunningCommand, runScript } from './running-command.ts';

export type ServiceName = 'order' | 'user' | 'payment' | 'inventory';

export const serviceNames: readonly ServiceName[] = ['order', 'user', 'payment', 'inventory'];

/** A page as a client app gets it, and how long that took. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: z.infer<typeof bodySchema>;
  readonly tookMs: number;
  /** Of the body, uncompressed. */
  readonly bytes: number;
}

const sectionSchema = z.looseObject({
  status: z.string(),
  code: z.string(),
  retryable: z.boolean().optional(),
  ageSeconds: z.number().optional(),
});

const metaSchema = z.object({
  complete: z.boolean(),
  degraded: z.boolean(),
  sections: z.record(z.string(), sectionSchema),
});

/** The parts of an envelope, a problem or a GraphQL response that the tests look at. */
const bodySchema = z.looseObject({
  data: z.record(z.string(), z.unknown()).optional(),
  meta: metaSchema.optional(),
  code: z.string().optional(),
  section: z.string().optional(),
  retryable: z.boolean().optional(),
  errors: z
    .array(
      z.looseObject({
        extensions: z
          .looseObject({
            code: z.string(),
            section: z.string().optional(),
            retryable: z.boolean().optional(),
            service: z.string().optional(),
          })
          .optional(),
      }),
    )
    .optional(),
  extensions: z.object({ bff: metaSchema }).optional(),
});

/** The four services and the BFFs as processes of their own, on free ports. Nobody watches them: that would be load of its own. */
export interface WholeSystem {
  /** Gets the user's token. `get` does so by itself, unless the issuer is down by then. */
  signIn(userId: string): Promise<string>;
  /** GET on mobile-bff as usr_0001, unless told otherwise. */
  get(path: string, userId?: string, app?: string): Promise<Answer>;
  /** Asks until the page is whole, at most `ms` long. Resolves with the milliseconds it took; rejects with the last page. */
  whenWhole(path: string, ms: number, userId?: string, app?: string): Promise<number>;
  /** A kind alone has its default options. */
  setFault(service: ServiceName, fault: FaultKind | FaultRequest): Promise<void>;
  clearFaults(): Promise<void>;
  /** Kills the process of a service, without a word. */
  kill(service: ServiceName): Promise<void>;
  /** Starts it again on the same ports. Resolves when it is ready. */
  revive(service: ServiceName): Promise<void>;
  /** What a process holds. It is asked for after a full garbage collection, so it takes tens of milliseconds. */
  probe(app: string): Promise<ProbeReading>;
  /**
   * From now on an app's lookups of these names never end; of all others they do. A name below `.services.test` is one of
   * the loopback address.
   */
  stallDns(app: string, names: readonly string[]): Promise<void>;
  /** Hands any other order to an app's probe. */
  order(app: string, order: ProbeOrder): Promise<void>;
  /** Sends a signal to an app's process: SIGSTOP, SIGTERM, … */
  signal(app: string, signal: NodeJS.Signals): void;
  /** The process that an app runs in at present. */
  pidOf(app: string): number;
  /** Where the public port of an app is. */
  publicUrl(app: string): string;
  /** Where the admin port of an app is. */
  adminUrl(app: string): string;
  /** Everything that any of the processes has written. */
  output(): string;
  /** What the present process of one app has written. */
  outputOf(app: string): string;
  close(): Promise<void>;
}

type Env = Readonly<Record<string, string>>;

/** `env` is added to every process's own; as a function it says what is added for each app. */
export async function startWholeSystem(
  env: Env | ((app: string, publicUrl: (app: string) => string) => Env) = {},
): Promise<WholeSystem> {
  const ports = await freePorts(apps.length * 2);
  const urlOf = (index: number): string => `http://127.0.0.1:${ports[index]}`;
  const indexOf = (name: string): number => apps.findIndex((app) => app.name === name) * 2;
  const publicUrl = (name: string): string => urlOf(indexOf(name));
  const adminUrl = (name: string): string => urlOf(indexOf(name) + 1);

  const shared = Object.fromEntries(
    serviceNames.map((name) => [`${name.toUpperCase()}_SERVICE_URL`, publicUrl(`${name}-service`)]),
  );
  const issuer = publicUrl('user-service');
  const startApp = ({ name, dir }: AppEntry): RunningCommand => {
    const at = indexOf(name);
    const own = {
      PORT: String(ports[at]),
      ADMIN_PORT: String(ports[at + 1]),
      AUTH_ISSUER: issuer,
      AUTH_JWKS_URL: `${issuer}/.well-known/jwks.json`,
    };
    const variables = { ...shared, ...(typeof env === 'function' ? env(name, publicUrl) : env), ...own };
    return runScript(`${dir}/src/main.ts`, [], variables, ['tools/src/running/probe.ts']);
  };
  const running = new Map(apps.map((app) => [app.name, startApp(app)]));
  /** Those that were killed, for what they have written. */
  const ended: RunningCommand[] = [];
  await Promise.all(apps.map(({ name }) => untilReady(adminUrl(name)))).catch((error: unknown) => {
    for (const { child } of running.values()) child.kill('SIGKILL');
    throw new Error([...running.values()].map((command) => command.output()).join('\n'), { cause: error });
  });
  const tokens = new Map<string, string>();

  async function signIn(userId: string): Promise<string> {
    const token = tokens.get(userId) ?? (await tokenFrom(issuer, userId));
    tokens.set(userId, token);
    return token;
  }

  async function get(path: string, userId = 'usr_0001', app = 'mobile-bff'): Promise<Answer> {
    const token = await signIn(userId);
    const startedAt = performance.now();
    const response = await fetch(publicUrl(app) + path, { headers: { authorization: `Bearer ${token}` } });
    const text = await response.text();
    const body = bodySchema.parse(JSON.parse(text));
    return {
      status: response.status,
      headers: response.headers,
      body,
      bytes: Buffer.byteLength(text),
      tookMs: performance.now() - startedAt,
    };
  }

  const commandOf = (app: string): RunningCommand => {
    const command = running.get(app);
    if (!command) throw new Error(`${app} does not run`);
    return command;
  };
  const processOf = (app: string): ChildProcess => commandOf(app).child;
  const adminOf = (service: ServiceName) => faultAdmin(adminUrl(`${service}-service`));
  return {
    signIn,
    get,
    async whenWhole(path, ms, userId, app) {
      const startedAt = performance.now();
      for (;;) {
        const { body } = await get(path, userId, app);
        const tookMs = performance.now() - startedAt;
        const meta = body.meta ?? body.extensions?.bff;
        if (meta?.complete && !meta.degraded) return tookMs;
        if (tookMs > ms) throw new Error(`not whole after ${ms} ms: ${JSON.stringify(body)}`);
        await pause(50);
      }
    },
    setFault: (service, fault) => adminOf(service).set(typeof fault === 'string' ? { kind: fault } : fault),
    async clearFaults() {
      await Promise.all(serviceNames.map((service) => adminOf(service).clear()));
    },
    async kill(service) {
      const command = running.get(`${service}-service`);
      if (!command) throw new Error(`the ${service} service does not run`);
      running.delete(`${service}-service`);
      ended.push(command);
      await command.end('SIGKILL');
    },
    async revive(service) {
      const app = apps.find(({ name }) => name === `${service}-service`);
      if (!app || running.has(app.name)) throw new Error(`the ${service} service was not killed`);
      running.set(app.name, startApp(app));
      await untilReady(adminUrl(app.name));
    },
    probe: (app) => askProbe<ProbeReading>(processOf(app), { probe: 'read' }),
    async stallDns(app, stalled) {
      await askProbe(processOf(app), { probe: 'dns', stalled });
    },
    async order(app, order) {
      await askProbe(processOf(app), order);
    },
    signal: (app, signal) => void processOf(app).kill(signal),
    pidOf: (app) => processOf(app).pid ?? 0,
    publicUrl,
    adminUrl,
    output: () => [...ended, ...running.values()].map((command) => command.output()).join('\n'),
    outputOf: (app) => commandOf(app).output(),
    async close() {
      await Promise.all([...running.values()].map((command) => command.end('SIGTERM')));
    },
  };
}

/** Rejects when the process does not say within 15 s that it is ready. */
export async function untilReady(adminUrl: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const ready = await fetch(`${adminUrl}/readyz`).catch(() => undefined);
    if (ready?.ok) return;
    await pause(50);
  }
  throw new Error(`${adminUrl} did not become ready within 15 s`);
}

async function tokenFrom(issuer: string, userId: string): Promise<string> {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userId }),
  });
  return tokenResponseSchema.parse(await response.json()).access_token;
}

/** Between two questions to a real process: there is no clock in it that a test could drive. */
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
