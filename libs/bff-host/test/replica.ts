import { setImmediate as nextTurn } from 'node:timers/promises';
import { openLiveSettings } from '@bff/live-settings';
import { type LogSink, createLogSink, createLogger } from '@bff/observability';
import { Deadline } from '@bff/resilience';
import { createApp, loadConfig } from '@bff/service-shell';
import { type TokenIssuer, VirtualClock } from '@bff/testing';
import { z } from 'zod';
import { bffConfigSchema } from '../src/bff-config.ts';
import { createParts } from '../src/create-parts.ts';
import { settingsSchema } from '../src/settings.ts';
import { startBff } from '../src/start-bff.ts';

/** A BFF without pages, on a settings file that others may have too. */
export interface Replica {
  readonly adminUrl: string;
  readonly log: LogSink;
  get(path: string): Promise<unknown>;
  /** What `GET /settings` says of the payment service's `failureRatio`. */
  ratio(): Promise<unknown>;
  circuits(): Promise<z.infer<typeof circuitsSchema>['circuits']>;
  /** `PATCH /settings`. An object is sent as JSON; headers win over those that go without saying. */
  tune(patch: object | string, headers?: Readonly<Record<string, string | undefined>>): Promise<Response>;
  /** Lets the watch look at the file often enough to see an edit. */
  looks(): Promise<void>;
  /** Asks the payment service, and gives the code of the failure. */
  callPayment(): Promise<string | undefined>;
  close(): Promise<void>;
}

const knobsSchema = z.object({ knobs: z.array(z.looseObject({ path: z.string() })) });
const circuitsSchema = z.object({ circuits: z.array(z.looseObject({ service: z.string(), state: z.string() })) });

export interface ReplicaOptions {
  readonly file: string;
  readonly issuer: TokenIssuer;
  readonly paymentUrl?: string;
  /** What `SETTINGS__…` is looked for in. */
  readonly env?: Readonly<Record<string, string>>;
}

export async function startReplica({ file, issuer, paymentUrl, env = {} }: ReplicaOptions): Promise<Replica> {
  const clock = new VirtualClock();
  // Another one, so that no time passes for the circuits by an edit.
  const fileClock = new VirtualClock();
  const log = createLogSink();
  // What must be in the log whatever LOG_LEVEL says shows only at a high one.
  const logger = createLogger({ app: 'test-bff', level: 'error', destination: log });
  const settings = openLiveSettings({ path: file, schema: settingsSchema, env, clock: fileClock, logger });
  const config = loadConfig(bffConfigSchema({ port: 0, adminPort: 0 }), {
    AUTH_ISSUER: issuer.issuer,
    AUTH_JWKS_URL: issuer.jwksUrl,
    ...(paymentUrl !== undefined && { PAYMENT_SERVICE_URL: paymentUrl }),
  });
  const parts = await createParts(config, settings, {
    app: 'test-bff',
    cacheSchema: '1',
    overrides: { clock, logger },
  });
  const app = createApp({ name: 'test-bff', logger, metrics: parts.metrics, clock, routes: () => {} });
  const server = await startBff(app, config, parts);
  const get = async (path: string): Promise<unknown> => (await fetch(server.adminUrl + path)).json();
  return {
    adminUrl: server.adminUrl,
    log,
    get,
    async ratio() {
      const { knobs } = knobsSchema.parse(await get('/settings'));
      return knobs.find(({ path }) => path === 'services.payment.breaker.failureRatio');
    },
    circuits: async () => circuitsSchema.parse(await get('/circuits')).circuits,
    tune(patch, given = {}) {
      const headers = new Headers({
        authorization: `Bearer ${issuer.token({ sub: 'usr_0007', roles: ['operator'] })}`,
        'content-type': 'application/merge-patch+json',
      });
      for (const [name, value] of Object.entries(given)) {
        if (value === undefined) headers.delete(name);
        else headers.set(name, value);
      }
      const body = typeof patch === 'string' ? patch : JSON.stringify(patch);
      return fetch(`${server.adminUrl}/settings`, { method: 'PATCH', headers, body });
    },
    async looks() {
      for (let look = 0; look < 2; look++) {
        fileClock.advance(500);
        // The file is read by real threads: the look is over when the next one is set.
        while (fileClock.pendingTimers === 0) await nextTurn();
      }
    },
    async callPayment() {
      const deadline = Deadline.after(10_000, { clock });
      const { payments } = parts.services.bind({ deadline, requestId: 'req-1' });
      const code = await payments.ofOrder('ord_1').then(
        () => undefined,
        (error: { code?: string }) => error.code,
      );
      deadline.dispose();
      return code;
    },
    async close() {
      const closed = server.close();
      await clock.advanceBy(server.longestCloseMs);
      await closed;
    },
  };
}
