// The load driver as a process: takes one order from its parent, sends back the figures, and ends.
import { LoadCount } from './load-report.ts';
import type { LoadOrder } from './load-process.ts';
import type { LoadRequest } from './load-request.ts';
import { offerLoad } from './offer-load.ts';

process.once('message', (order: LoadOrder) => {
  const { requests, ...options } = order;
  const count = new LoadCount();
  const next = (index: number): LoadRequest => {
    const request = requests[index % requests.length];
    if (request === undefined) throw new TypeError('a load needs at least one request');
    return request;
  };
  const report = async (): Promise<void> => {
    await offerLoad({ ...options, next, onAnswer: count.add });
    process.send?.(count.report(), () => process.disconnect());
  };
  void report();
});
process.once('disconnect', () => process.exit());
