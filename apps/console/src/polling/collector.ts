import type { Clock } from '@bff/clock';
import type { Logger } from '@bff/observability';
import type { AdminHttp } from '../admin-port/admin-http.ts';
import type { Target } from '../targets/target.ts';
import { watchApp } from './watch-app.ts';
import { WatchedApp } from './watched-app.ts';

export interface CollectorOptions {
  readonly targets: readonly Target[];
  readonly http: AdminHttp;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly production: boolean;
}

/** Watches every target, each by itself: one that hangs delays nobody, and one that is back is found by itself. */
export class Collector {
  readonly apps: readonly WatchedApp[];
  readonly #options: CollectorOptions;
  #ends: readonly (() => void)[] = [];

  constructor(options: CollectorOptions) {
    this.#options = options;
    this.apps = options.targets.map((target) => new WatchedApp(target, options.clock));
  }

  /** `onNews` is called after each answer of an app, or its absence. */
  start(onNews: (app: WatchedApp) => void): void {
    this.#ends = this.apps.map((app) => watchApp(app, { ...this.#options, onNews }));
  }

  /** The replicas of an app that live. */
  live(app: string): readonly WatchedApp[] {
    return this.apps.filter(({ target, dead }) => target.app === app && !dead);
  }

  close(): void {
    for (const end of this.#ends) end();
  }
}
