import path from 'node:path';
import type { DriverOrder, DriverReady, DriverReport } from '../driver/driver-order.ts';
import { ask, endChild, messageFrom, startChild } from '../../../src/running/child-process.ts';

/** The clients and their token issuer as a process. */
export interface RunningDriver extends DriverReady {
  /** One stretch after the other. */
  offer(order: DriverOrder): Promise<DriverReport>;
  /** Of the user with that number. */
  token(user: number): Promise<string>;
  close(): Promise<void>;
}

export async function startDriver(before: readonly string[]): Promise<RunningDriver> {
  const child = startChild(path.join(import.meta.dirname, '../driver/driver.ts'), { before });
  const ready = await messageFrom<DriverReady>(child, 'the driver');
  return {
    ...ready,
    offer: (order) => ask(child, 'the driver', order),
    token: async (user) => (await ask<{ readonly token: string }>(child, 'the driver', { user })).token,
    close: () => endChild(child),
  };
}
