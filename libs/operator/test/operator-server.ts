import { setTimeout as sleep } from 'node:timers/promises';
import { type Clock, systemClock } from '@bff/clock';
import { createTokenVerifier } from '@bff/identity';
import { type LogSink, createLogSink, createLogger, createMetrics } from '@bff/observability';
import type { RedisTarget } from '@bff/redis';
import { type ServicePolicy, createServicePolicy, defaultServiceLimits } from '@bff/resilience';
import { createApp, serve } from '@bff/service-shell';
import type { TokenIssuer } from '@bff/testing';
import { z } from 'zod';
import { createOperator } from '../src/index.ts';

const circuitSchema = z.looseObject({
  service: z.string(),
  state: z.string(),
  lastAct: z
    .object({ act: z.string(), by: z.string(), reason: z.string().nullable(), at: z.string(), shared: z.boolean() })
    .nullable(),
});
const listSchema = z.object({ app: z.string(), replicas: z.string(), circuits: z.array(circuitSchema) });

/** A replica of an app that has nothing but an admin port. */
export interface OperatorServer {
  readonly adminUrl: string;
  readonly policies: readonly ServicePolicy[];
  readonly log: LogSink;
  get(path: string): Promise<unknown>;
  /** POST. `reason` and `token` go where they belong; without a token none is sent. */
  post(path: string, given?: { reason?: string; token?: string; body?: string; type?: string }): Promise<Response>;
  list(): Promise<z.infer<typeof listSchema>>;
  circuit(service?: string): Promise<z.infer<typeof circuitSchema>>;
  close(): Promise<void>;
}

export async function startOperatorServer(options: {
  readonly issuer: TokenIssuer;
  readonly clock?: Clock;
  readonly redis?: RedisTarget;
  /** Default: it has the issuer's keys once it is started. */
  readonly withoutKeys?: boolean;
}): Promise<OperatorServer> {
  const { issuer, clock = systemClock, redis, withoutKeys = false } = options;
  const log = createLogSink();
  const logger = createLogger({ app: 'test-bff', destination: log });
  const verifier = createTokenVerifier({
    issuer: issuer.issuer,
    audience: issuer.audience,
    jwksUrl: issuer.jwksUrl,
    clock,
  });
  const mayStart = () => withoutKeys || verifier.ready();
  while (!mayStart()) await sleep(2);
  const policies = ['order', 'payment'].map((service) =>
    createServicePolicy({ service, limits: () => defaultServiceLimits, clock }),
  );
  const operator = createOperator({ app: 'test-bff', policies, verifier, clock, logger, redis });
  await operator.started();
  const metrics = createMetrics({ app: 'test-bff', processMetrics: false });
  const server = await serve({
    app: createApp({ name: 'test-bff', logger, metrics, clock, routes: () => {} }),
    port: 0,
    adminPort: 0,
    adminRoutes: operator.routes,
    onClose: [() => operator.close(), () => verifier.close()],
  });
  const get = async (path: string): Promise<unknown> => (await fetch(server.adminUrl + path)).json();
  const list = async () => listSchema.parse(await get('/circuits'));
  return {
    adminUrl: server.adminUrl,
    policies,
    log,
    get,
    list,
    post: (path, { reason, token, body = reason && JSON.stringify({ reason }), type = 'application/json' } = {}) =>
      fetch(server.adminUrl + path, {
        method: 'POST',
        headers: {
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && { 'content-type': type }),
        },
        ...(body !== undefined && { body }),
      }),
    async circuit(service = 'payment') {
      const found = (await list()).circuits.find((circuit) => circuit.service === service);
      if (!found) throw new Error(`there is no circuit of ${service}`);
      return found;
    },
    close: () => server.close(),
  };
}
