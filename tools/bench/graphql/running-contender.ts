import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TokenIssuer } from '@bff/testing';
import { freePorts } from '../../src/running/free-ports.ts';
import { root } from '../../src/running/running-command.ts';
import { untilReady } from '../../src/running/whole-system.ts';
import { orderPageBody } from './workload.ts';

const endWithParent = pathToFileURL(path.join(root, 'tools/src/start/end-with-parent.ts')).href;

/** A GraphQL server as a process of its own, one of the peers or graphql-bff as it ships. */
export interface RunningContender {
  /** The page of the user's order with that number, by its status and its text. */
  page(orderNumber: number): Promise<readonly [status: number, text: string]>;
  stop(): Promise<void>;
}

/** Starts it as the bench does: in production, all services on one URL. */
export async function startContender(
  script: string,
  servicesUrl: string,
  issuer: TokenIssuer,
): Promise<RunningContender> {
  const [port, adminPort] = await freePorts(2);
  const urls = ['ORDER', 'USER', 'PAYMENT', 'INVENTORY'].map((name) => [`${name}_SERVICE_URL`, servicesUrl]);
  const child = fork(script, {
    cwd: root,
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', endWithParent],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      ...Object.fromEntries(urls),
      NODE_ENV: 'production',
      DOWNSTREAM_URL: servicesUrl,
      PORT: String(port),
      ADMIN_PORT: String(adminPort),
      AUTH_ISSUER: issuer.issuer,
      AUTH_JWKS_URL: issuer.jwksUrl,
    },
  });
  const ready = script.startsWith('apps/') ? untilReady(`http://127.0.0.1:${adminPort}`) : once(child, 'message');
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`${script} ended with ${code}`)));
  await Promise.race([ready, ended]);
  return {
    async page(orderNumber) {
      const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${issuer.token({ sub: `usr_${orderNumber}` })}`,
          'content-type': 'application/json',
        },
        body: orderPageBody(`ord_${orderNumber}`),
      });
      return [response.status, await response.text()];
    },
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
