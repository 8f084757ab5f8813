import path from 'node:path';
import type { DownstreamAnswer, DownstreamOrder } from '../downstream/downstream-order.ts';
import type { ServiceFault } from '../downstream/fault.ts';
import { ask, endChild, messageFrom, startChild } from '../../../src/running/child-process.ts';

/** The four services as one process. */
export interface RunningServices {
  readonly url: string;
  /** Requests so far. */
  calls(): Promise<number>;
  /** Without one, nothing goes wrong any more. */
  setFault(fault?: ServiceFault): Promise<void>;
  close(): Promise<void>;
}

export async function startServices(before: readonly string[]): Promise<RunningServices> {
  const child = startChild(path.join(import.meta.dirname, '../downstream/downstream.ts'), { before });
  const port = await messageFrom<number>(child, 'the services');
  const tell = (order: DownstreamOrder): Promise<DownstreamAnswer> => ask(child, 'the services', order);
  return {
    url: `http://127.0.0.1:${port}`,
    calls: async () => (await tell({ order: 'count' })).calls,
    async setFault(fault) {
      await tell({ order: 'fault', ...(fault && { fault }) });
    },
    close: () => endChild(child),
  };
}
