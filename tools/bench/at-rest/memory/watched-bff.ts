import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Downstream } from '../../../src/reliability/overload/downstream.ts';
import { freePorts } from '../../../src/running/free-ports.ts';
import { root } from '../../../src/running/running-command.ts';
import { untilReady } from '../../../src/running/whole-system.ts';

/** A BFF in production, whose services answer at once with fixed data. */
export interface WatchedBff {
  /** Whether it is what `npm run build` made, as in the image, or runs from its sources. */
  readonly built: boolean;
  readonly port: number;
  /** Of `usr_0`, `usr_1` and so on. `ord_n` is of the n-th, beginning anew after the last. */
  readonly tokens: readonly string[];
  /** What the process holds at this moment, or after a full collection. Rejects when it has ended. */
  holds(when: 'now' | 'after-collection'): Promise<NodeJS.MemoryUsage>;
  close(): Promise<void>;
}

export async function startWatchedBff(app: string): Promise<WatchedBff> {
  const services = fork(path.join(import.meta.dirname, 'fixed-services.ts'), { execArgv: [quiet] });
  const { url, issuer, jwksUrl, tokens } = await messageFrom<Downstream>(services);
  const [port = 0, adminPort = 0] = await freePorts(2);
  const bundle = path.join(root, 'dist', app);
  const built = existsSync(path.join(bundle, 'main.js'));
  // Its log goes nowhere, but is written: it is part of what it does.
  const bff = fork(built ? 'main.js' : `apps/${app}/src/main.ts`, {
    cwd: built ? bundle : root,
    execArgv: [quiet, '--enable-source-maps', ...imageFlags(), '--import', heapProbe],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      ...Object.fromEntries(['ORDER', 'USER', 'PAYMENT', 'INVENTORY'].map((name) => [`${name}_SERVICE_URL`, url])),
      NODE_ENV: 'production',
      PORT: String(port),
      ADMIN_PORT: String(adminPort),
      AUTH_ISSUER: issuer,
      AUTH_JWKS_URL: jwksUrl,
    },
  });
  const close = async (): Promise<void> => {
    await Promise.all([bff, services].map(ended));
  };
  await untilReady(`http://127.0.0.1:${adminPort}`).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return {
    built,
    port,
    tokens,
    async holds(when) {
      if (!bff.connected) throw new Error(`${app} has ended with ${bff.exitCode ?? bff.signalCode}`);
      bff.send(when);
      return messageFrom<NodeJS.MemoryUsage>(bff);
    },
    close,
  };
}

const quiet = '--disable-warning=ExperimentalWarning';
/** What the image gives Node: most of what a process holds is decided by it. */
function imageFlags(): string[] {
  const [, command = '[]'] = /^CMD (\[.*\])$/m.exec(readFileSync(path.join(root, 'Dockerfile'), 'utf8')) ?? [];
  return (JSON.parse(command) as string[]).filter((word) => word.startsWith('--'));
}

const heapProbe = pathToFileURL(path.join(import.meta.dirname, 'heap-probe.mjs')).href;

/** The next message. Rejects when the process ends before it. */
const messageFrom = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    const fail = (code: number | null, signal: string | null): void =>
      reject(new Error(`${child.spawnargs.at(-1)} has ended with ${code ?? signal}`));
    child.once('exit', fail);
    child.once('message', (message) => {
      child.off('exit', fail);
      resolve(message as T);
    });
  });

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
