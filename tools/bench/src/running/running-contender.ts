import path from 'node:path';
import { type BffSurroundings, bffEnvironment, endWithParent } from '../../../src/running/bff-surroundings.ts';
import { ask, endChild, messageFrom, startChild } from '../../../src/running/child-process.ts';
import { freePorts } from '../../../src/running/free-ports.ts';
import { untilReady } from '../../../src/running/whole-system.ts';
import type { Contender } from '../contender.ts';
import type { MeterReading } from './meter.ts';

/** A contender as a process of its own. */
export interface RunningContender {
  readonly contender: Contender;
  readonly port: number;
  meter(): Promise<MeterReading>;
  close(): Promise<void>;
}

/** What it is told, whoever it is. */
export interface Surroundings extends BffSurroundings {
  /** What stands before its command line. */
  readonly before: readonly string[];
}

const preload = [path.join(import.meta.dirname, 'meter.ts'), endWithParent];

/** Starts it as in production. Its log goes nowhere, but is written: it is part of what a page costs. */
export async function startContender(contender: Contender, surroundings: Surroundings): Promise<RunningContender> {
  const [port = 0, adminPort = 0] = await freePorts(2);
  const env = { ...bffEnvironment(surroundings, { port, adminPort }), DOWNSTREAM_URL: surroundings.servicesUrl };
  const { before } = surroundings;
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
