import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse, stringify } from 'yaml';
import { freePorts } from '../../running/free-ports.ts';
import { root } from '../../running/running-command.ts';
import type { Downstream } from './downstream.ts';

/** A scenario that is broken off leaves no process behind. */
const endWithParent = pathToFileURL(path.join(root, 'tools/src/start/end-with-parent.ts')).href;

/** What of `shedding` in the settings is other than shipped. */
export type SheddingChange = Readonly<Record<string, unknown>>;

/** mobile-bff as a process of its own, with services that answer at once. */
export interface OverloadedBff {
  readonly url: string;
  readonly adminUrl: string;
  readonly tokens: readonly string[];
  /** User and system time of the process so far, in milliseconds. */
  cpuMs(): Promise<number>;
  /** Makes each call of the order service take so long. */
  delayOrders(ms: number): Promise<void>;
  close(): Promise<void>;
}

export async function startOverloadedBff(change: SheddingChange): Promise<OverloadedBff> {
  const configDir = await settingsWith(change);
  const downstream = fork(path.join(import.meta.dirname, 'downstream.ts'), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const { url: serviceUrl, issuer, jwksUrl, tokens } = await messageFrom<Downstream>(downstream);
  const [port = 0, adminPort = 0] = await freePorts(2);
  const services = ['ORDER', 'USER', 'PAYMENT', 'INVENTORY'].map((name) => [`${name}_SERVICE_URL`, serviceUrl]);
  // Its log goes nowhere, but is written: it is part of what a page costs.
  const bff = fork('apps/mobile-bff/src/main.ts', {
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', endWithParent],
    cwd: root,
    env: {
      ...process.env,
      ...Object.fromEntries(services),
      PORT: String(port),
      ADMIN_PORT: String(adminPort),
      AUTH_ISSUER: issuer,
      AUTH_JWKS_URL: jwksUrl,
      CONFIG_DIR: configDir,
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const adminUrl = `http://127.0.0.1:${adminPort}`;
  const close = async (): Promise<void> => {
    await Promise.all([ended(bff), ended(downstream), rm(configDir, { recursive: true })]);
  };
  try {
    await untilReady(adminUrl);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    url: `http://127.0.0.1:${port}`,
    adminUrl,
    tokens,
    close,
    async cpuMs() {
      const metrics = await (await fetch(`${adminUrl}/metrics`)).text();
      const seconds = /^process_cpu_seconds_total\S* ([\d.]+)/m.exec(metrics)?.[1];
      if (seconds === undefined) throw new Error('the process does not tell its CPU time');
      return Number(seconds) * 1000;
    },
    async delayOrders(ms) {
      const done = messageFrom(downstream);
      downstream.send(ms);
      await done;
    },
  };
}

/** A folder with the settings that ship, changed. */
async function settingsWith(change: SheddingChange): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'overload-'));
  const shipped: Record<string, unknown> = parse(await readFile(path.join(root, 'config/mobile-bff.yaml'), 'utf8'));
  const shedding = { ...Object(shipped['shedding']), ...change };
  await writeFile(path.join(folder, 'mobile-bff.yaml'), stringify({ ...shipped, shedding }));
  return folder;
}

const messageFrom = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as T));
    child.once('exit', (code) => reject(new Error(`a process of the scenario ended with ${code}`)));
  });

async function untilReady(adminUrl: string): Promise<void> {
  const giveUpAtMs = performance.now() + 15_000;
  while (performance.now() < giveUpAtMs) {
    const ready = await fetch(`${adminUrl}/readyz`).catch(() => undefined);
    if (ready?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('mobile-bff did not become ready within 15 s');
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}
