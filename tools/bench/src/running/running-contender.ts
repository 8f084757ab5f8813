import path from 'node:path';
import { freePorts } from '../../../src/running/free-ports.ts';
import { root } from '../../../src/running/running-command.ts';
import { untilReady } from '../../../src/running/whole-system.ts';
import type { Contender } from '../contender.ts';
import { ask, endChild, messageFrom, startChild } from './child.ts';
import type { MeterReading } from './meter.ts';

/** A contender as a process of its own. */
export interface RunningContender {
  readonly contender: Contender;
  readonly port: number;
  meter(): Promise<MeterReading>;
  close(): Promise<void>;
}

/** What it is told, whoever it is. */
export interface Surroundings {
  /** Where all four services are. */
  readonly servicesUrl: string;
  readonly issuer: string;
  readonly jwksUrl: string;
  /** What stands before its command line. */
  readonly before: readonly string[];
}

const preload = [path.join(import.meta.dirname, 'meter.ts'), path.join(root, 'tools/src/start/end-with-parent.ts')];

/** Starts it as in production. Its log goes nowhere, but is written: it is part of what a page costs. */
export async function startContender(
  contender: Contender,
  { servicesUrl, issuer, jwksUrl, before }: Surroundings,
): Promise<RunningContender> {
  const [port = 0, adminPort = 0] = await freePorts(2);
  const urls = ['ORDER', 'USER', 'PAYMENT', 'INVENTORY'].map((name) => [`${name}_SERVICE_URL`, servicesUrl]);
  const env = {
    ...Object.fromEntries(urls),
    NODE_ENV: 'production',
    DOWNSTREAM_URL: servicesUrl,
    AUTH_ISSUER: issuer,
    AUTH_JWKS_URL: jwksUrl,
    PORT: String(port),
    ADMIN_PORT: String(adminPort),
  };
  const child = startChild(contender.script, { before, env, preload, output: 'ignore' });
  const message = messageFrom(child, contender.name);
  const ready = contender.ready === 'readyz' ? untilReady(`http://127.0.0.1:${adminPort}`) : message;
  try {
    await Promise.race([ready, message]);
  } catch (error) {
    await endChild(child);
    throw error;
  }
  // It is of no more interest, whichever way it ends.
  message.catch(() => {});
  return {
    contender,
    port,
    meter: () => ask(child, contender.name, { order: 'meter' }),
    close: () => endChild(child),
  };
}
