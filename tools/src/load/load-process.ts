import { fork } from 'node:child_process';
import path from 'node:path';
import type { LoadReport } from './load-report.ts';
import type { LoadRequest } from './load-request.ts';

/** What a driver in a process of its own is told. */
export interface LoadOrder {
  /** Sent in turn. */
  readonly requests: readonly LoadRequest[];
  readonly ratePerSecond?: number;
  readonly clients?: number;
  readonly forMs: number;
  readonly maxConnections?: number;
}

/**
 * Offers load from a process of its own, so that the driver's work is not on the event loop of whoever asks. Resolves with
 * the figures; rejects when the driver died.
 */
export function offerLoadFromProcess(order: LoadOrder): Promise<LoadReport> {
  return new Promise((resolve, reject) => {
    const child = fork(path.join(import.meta.dirname, 'driver.ts'), {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      serialization: 'advanced',
    });
    child.once('message', (report: LoadReport) => resolve(report));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the load driver ended with ${code}`)));
    child.send(order);
  });
}
