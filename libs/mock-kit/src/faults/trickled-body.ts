import type { Clock, Timer } from '@bff/clock';
import type { Response } from 'express';
import type { ActiveFault } from './active-fault.ts';

/** Sends one byte every `fault.ms`, and what is left at once when the fault ends. Stops when the client leaves. */
export function trickle(options: { res: Response; fault: ActiveFault; clock: Clock; body: Buffer }): void {
  const { res, fault, clock, body } = options;
  let sent = 0;
  let timer: Timer | undefined;
  const letGo = () => {
    timer?.cancel();
    fault.offEnd(finish);
    res.off('close', letGo);
  };
  const finish = () => {
    letGo();
    res.end(body.subarray(sent));
  };
  const step = () => {
    if (fault.ended || sent >= body.length) {
      finish();
      return;
    }
    res.write(body.subarray(sent, sent + 1));
    sent += 1;
    timer = clock.setTimer(fault.ms, step);
  };
  res.flushHeaders();
  fault.onEnd(finish);
  res.once('close', letGo);
  step();
}
