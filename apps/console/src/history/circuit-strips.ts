import type { WatchedApp } from '../polling/watched-app.ts';
import type { Circuit, CircuitStrip, StripChange } from '../wire/index.ts';
import { reasonFor } from './change-reason.ts';

const KEPT_MS = 10 * 60_000;

/** Of one circuit. One that changes more often than this in ten minutes shows the newest. */
const MOST_CHANGES = 600;

/** What is looked at of a process. */
export type SeenCircuits = Pick<WatchedApp, 'dead' | 'since' | 'circuits' | 'circuitsAreNow'> & {
  readonly target: Pick<WatchedApp['target'], 'app' | 'replica'>;
};

interface Strip {
  readonly of: Omit<CircuitStrip, 'changes'>;
  changes: readonly StripChange[];
  /** Of the last circuit that was seen: the same since is the same stay in a state. */
  since: string | undefined;
}

/** The changes of every circuit, as seen from outside, so that they outlive the process that they happened in. */
export class CircuitStrips {
  readonly #strips = new Map<string, Strip>();

  /** Takes in what a process says of its circuits, or that it is dead. */
  see(app: SeenCircuits, nowMs: number): void {
    for (const circuit of app.circuits) {
      const strip = this.#stripOf({ app: app.target.app, replica: app.target.replica, service: circuit.service });
      if (app.dead) seeDead(strip, new Date(app.since).toISOString());
      else if (app.circuitsAreNow) seeCircuit(strip, circuit, nowMs);
      strip.changes = recent(strip.changes, nowMs);
    }
  }

  /** Changes of the last so many milliseconds; by default all that are kept. */
  last(ms = KEPT_MS, nowMs = 0): readonly CircuitStrip[] {
    return [...this.#strips.values()].map(({ of, changes }) => ({
      ...of,
      changes: ms === KEPT_MS ? changes : changes.filter(({ at }) => Date.parse(at) > nowMs - ms),
    }));
  }

  #stripOf(of: Omit<CircuitStrip, 'changes'>): Strip {
    const key = `${of.app} ${of.replica} ${of.service}`;
    const known = this.#strips.get(key);
    if (known) return known;
    const strip: Strip = { of, changes: [], since: undefined };
    this.#strips.set(key, strip);
    return strip;
  }
}

function seeDead(strip: Strip, since: string): void {
  const last = strip.changes.at(-1);
  if (last === undefined || last.state === 'unknown') return;
  strip.changes = [...strip.changes, { at: since, state: 'unknown', reason: 'the process is dead' }];
}

function seeCircuit(strip: Strip, circuit: Circuit, nowMs: number): void {
  const last = strip.changes.at(-1);
  if (last !== undefined && last.state === circuit.state && strip.since === circuit.since) return;
  const comesBack = last?.state === 'unknown';
  // A circuit whose process hung has been in its state since before; the strip knows nothing of the time between.
  const later = last !== undefined && circuit.since <= last.at;
  const at = later ? new Date(nowMs).toISOString() : circuit.since;
  const reason = comesBack && circuit.state === 'closed' ? 'the process is back' : reasonFor(circuit, last?.state);
  strip.changes = [...strip.changes, { at, state: circuit.state, reason }];
  strip.since = circuit.since;
}

/** What is older is forgotten, but for the last change before: it says in which state the strip begins. */
function recent(changes: readonly StripChange[], nowMs: number): readonly StripChange[] {
  const from = changes.findLastIndex(({ at }) => Date.parse(at) <= nowMs - KEPT_MS);
  return (from > 0 ? changes.slice(from) : changes).slice(-MOST_CHANGES);
}
