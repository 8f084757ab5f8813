import type { CircuitStrip } from '../../../src/wire/index.ts';

/** Since when a circuit has not been closed; undefined where nobody saw it close or open. */
export type OutageSince = (app: string, service: string) => string | undefined;

/**
 * A circuit that stays broken goes from open to half-open and back every few seconds, and each state is new. What somebody
 * wants to know is when it began: at the first change after the circuit was last closed. Of several replicas the first counts.
 */
export function outagesIn(strips: readonly CircuitStrip[]): OutageSince {
  const begun = new Map<string, string>();
  for (const { app, service, changes } of strips) {
    const lastClosed = changes.findLastIndex(({ state }) => state === 'closed');
    const first = changes.slice(lastClosed + 1).find(({ state }) => state === 'open' || state === 'half-open');
    const key = `${app} ${service}`;
    const known = begun.get(key);
    if (first && lastClosed !== -1 && (known === undefined || first.at < known)) begun.set(key, first.at);
  }
  return (app, service) => begun.get(`${app} ${service}`);
}
