import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { bffEnvironment, endWithParent } from '../../running/bff-surroundings.ts';
import { ask, endChild, messageFrom, startChild } from '../../running/child-process.ts';
import { freePorts } from '../../running/free-ports.ts';
import { root } from '../../running/running-command.ts';
import { untilReady } from '../../running/whole-system.ts';
import type { Downstream, DownstreamOrder } from './downstream.ts';

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
  const downstream = startChild(path.join(import.meta.dirname, 'downstream.ts'));
  const { url: servicesUrl, issuer, jwksUrl, tokens } = await messageFrom<Downstream>(downstream, 'the services');
  const [port = 0, adminPort = 0] = await freePorts(2);
  // Its log goes nowhere, but is written: it is part of what a page costs.
  const bff = startChild('apps/mobile-bff/src/main.ts', {
    env: { ...bffEnvironment({ servicesUrl, issuer, jwksUrl }, { port, adminPort }), CONFIG_DIR: configDir },
    preload: [endWithParent],
    output: 'ignore',
  });
  const adminUrl = `http://127.0.0.1:${adminPort}`;
  const close = async (): Promise<void> => {
    await Promise.all([endChild(bff), endChild(downstream), rm(configDir, { recursive: true })]);
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
      const order: DownstreamOrder = { orderWaitsMs: ms };
      await ask(downstream, 'the services', order);
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
