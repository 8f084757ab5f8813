import type { ServerResponse } from 'node:http';
import type { Clock } from '@bff/clock';
import type { ActiveFault } from './active-fault.ts';

/**
 * Waits for the fault to end, or for `ms` when a clock is given, then goes on. When the client leaves first, everything
 * is let go and `goOn` is not called.
 */
export function holdReply(
  res: ServerResponse,
  fault: ActiveFault,
  goOn: () => void,
  wait?: { clock: Clock; ms: number },
): void {
  if (res.closed) return;
  if (fault.ended) {
    goOn();
    return;
  }
  const release = () => {
    letGo();
    goOn();
  };
  const timer = wait?.clock.setTimer(wait.ms, release);
  const letGo = () => {
    timer?.cancel();
    fault.offEnd(release);
    res.off('close', letGo);
  };
  fault.onEnd(release);
  res.once('close', letGo);
}
