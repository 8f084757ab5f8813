import type { Circuit, StripChange } from '../wire/index.ts';

/** A failure that was seen longer before the circuit opened than this did not open it. */
const CAUSE_MS = 2000;

/**
 * Why a circuit is in its state, for people: a circuit shows what it is in, and what happened last. Null where that does not
 * tell.
 */
export function reasonFor(circuit: Circuit, before: StripChange['state'] | undefined): string | null {
  switch (circuit.state) {
    case 'isolated':
      return actReason(circuit, 'isolate') ?? 'isolated by an operator';
    case 'open':
      return openReason(circuit, before);
    case 'half-open':
      return 'the open time is over: probing';
    case 'closed':
      if (before === undefined) return null;
      return actReason(circuit, 'close') ?? actReason(circuit, 'reset') ?? closedReason(before);
  }
}

function openReason({ lastFailure, since }: Circuit, before: StripChange['state'] | undefined): string {
  const failed = lastFailure !== null && Date.parse(since) - Date.parse(lastFailure.at) <= CAUSE_MS;
  const why = failed ? lastFailure.code : 'slow calls';
  return before === 'half-open' ? `a probe failed: ${why}` : why;
}

const closedReason = (before: StripChange['state']): string | null =>
  before === 'half-open' || before === 'open' ? 'the probes succeeded' : null;

/** An act that was done when the circuit changed; an older one is no reason for this change. */
function actReason({ lastAct, since }: Circuit, act: 'isolate' | 'close' | 'reset'): string | undefined {
  if (lastAct?.act !== act) return undefined;
  // Another replica's act is taken over a moment after it was done, by clocks that may differ by another.
  if (Math.abs(Date.parse(since) - Date.parse(lastAct.at)) > CAUSE_MS) return undefined;
  const words = { isolate: 'isolated', close: 'closed', reset: 'reset' }[act];
  return `${words} by ${lastAct.by}${lastAct.reason === null ? '' : `: ${lastAct.reason}`}`;
}
