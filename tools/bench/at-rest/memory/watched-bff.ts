import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Downstream } from '../../../src/reliability/overload/downstream.ts';
import { bffEnvironment } from '../../../src/running/bff-surroundings.ts';
import { ask, endChild, messageFrom, startChild } from '../../../src/running/child-process.ts';
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
  const services = startChild(path.join(import.meta.dirname, 'fixed-services.ts'));
  const { url: servicesUrl, issuer, jwksUrl, tokens } = await messageFrom<Downstream>(services, 'the services');
  const [port = 0, adminPort = 0] = await freePorts(2);
  const bundle = path.join(root, 'dist', app);
  const built = existsSync(path.join(bundle, 'main.js'));
  // Its log goes nowhere, but is written: it is part of what it does.
  const bff = startChild(built ? 'main.js' : `apps/${app}/src/main.ts`, {
    cwd: built ? bundle : root,
    flags: ['--enable-source-maps', ...imageFlags()],
    preload: [path.join(import.meta.dirname, 'heap-probe.mjs')],
    env: bffEnvironment({ servicesUrl, issuer, jwksUrl }, { port, adminPort }),
    output: 'ignore',
  });
  const close = async (): Promise<void> => {
    await Promise.all([bff, services].map(endChild));
  };
  await untilReady(`http://127.0.0.1:${adminPort}`).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return {
    built,
    port,
    tokens,
    holds: (when) => ask(bff, app, { when }),
    close,
  };
}

/** What the image gives Node: most of what a process holds is decided by it. */
function imageFlags(): string[] {
  const [, command = '[]'] = /^CMD (\[.*\])$/m.exec(readFileSync(path.join(root, 'Dockerfile'), 'utf8')) ?? [];
  return (JSON.parse(command) as string[]).filter((word) => word.startsWith('--'));
}
