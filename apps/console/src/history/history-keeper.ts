import type { Clock } from '@bff/clock';
import type { Logger } from '@bff/observability';
import { repeat } from '../polling/repeat.ts';
import type { WatchedApp } from '../polling/watched-app.ts';
import type { History } from '../wire/index.ts';
import { CircuitStrips } from './circuit-strips.ts';
import { MOST_POINTS } from './columns.ts';
import { SeriesStore } from './series-store.ts';

const STEP_MS = 1000;

/** As often as anything new can have been seen: each target is asked every 400 ms, at a time of its own. */
const LOOK_MS = 250;

/** How much of it goes along with each state: what a page may have missed while nothing changed, and some more. */
const NEWEST_POINTS = 8;

export interface HistoryOptions {
  readonly apps: readonly WatchedApp[];
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What was seen in the last ten minutes. It does not depend on anything that is watched being there. */
export class HistoryKeeper {
  readonly #apps: readonly WatchedApp[];
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #series = new SeriesStore();
  readonly #strips = new CircuitStrips();
  #end: () => void = () => {};

  constructor({ apps, clock, logger }: HistoryOptions) {
    this.#apps = apps;
    this.#clock = clock;
    this.#logger = logger;
  }

  /** Takes a point each second from now on, and keeps the last one as of now. */
  start(): void {
    const options = { clock: this.#clock, logger: this.#logger, everyMs: LOOK_MS };
    this.#end = repeat(options, () => {
      const sights = this.#apps.map((app) => ({ state: app.state(), pages: app.pageRates }));
      this.#series.see(this.#clock.wallTime(), sights);
    });
  }

  /** A change of a circuit is noted when it is seen, not at the next second. */
  see(app: WatchedApp): void {
    this.#strips.see(app, this.#clock.wallTime());
  }

  whole(): History {
    return { ...this.#series.last(MOST_POINTS), strips: this.#strips.last() };
  }

  newest(): History {
    const strips = this.#strips.last(NEWEST_POINTS * STEP_MS, this.#clock.wallTime());
    return { ...this.#series.last(NEWEST_POINTS), strips };
  }

  close(): void {
    this.#end();
  }
}
