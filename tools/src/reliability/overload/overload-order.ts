import { fork } from 'node:child_process';
import path from 'node:path';
import type { Percentiles } from '../../load/percentiles.ts';

/** One round of load: at a rate, or by clients that wait for their answers. */
export interface OverloadOrder {
  /** The BFF. */
  readonly url: string;
  /** Of its users. The n-th order is of the n-th of them, beginning anew after the last. */
  readonly tokens: readonly string[];
  /** An answer that takes longer is of no use to anybody. */
  readonly budgetMs: number;
  readonly forMs: number;
  readonly ratePerSecond?: number;
  readonly clients?: number;
}

/** What came of a round, as the clients saw it. Times run from when a request was due. */
export interface Offered {
  readonly sent: number;
  /** Goodput: whole pages that came within their budget and within the round, each second. */
  readonly goodPerSecond: number;
  /** Whole pages, in time or not. */
  readonly pages: number;
  /** Refused at once. */
  readonly shed: number;
  /** Partial pages and other problems by their codes, broken connections. */
  readonly others: Readonly<Record<string, number>>;
  readonly tookMs: Percentiles;
  readonly shedTookMs: Percentiles;
}

/** Offers load from a process of its own. Rejects when that dies. */
export function offerOverload(order: OverloadOrder): Promise<Offered> {
  return new Promise((resolve, reject) => {
    const child = fork(path.join(import.meta.dirname, 'overload-driver.ts'), {
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    child.once('message', (offered: Offered) => resolve(offered));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the load driver ended with ${code}`)));
    child.send(order);
  });
}
