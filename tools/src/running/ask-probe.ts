import type { ChildProcess } from 'node:child_process';
import type { ProbeOrder } from './probe.ts';

/** Hands an order to the probe in a process. One at a time for each process: the answers carry no name. */
export function askProbe<T>(child: ChildProcess, order: ProbeOrder): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error('the process ended before it answered'));
    child.once('exit', ended);
    child.once('message', (answer) => {
      child.off('exit', ended);
      resolve(answer as T);
    });
    child.send(order);
  });
}
