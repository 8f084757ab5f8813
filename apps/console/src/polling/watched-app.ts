import type { Clock } from '@bff/clock';
import type { LoggedAct } from '../acts/logged-act.ts';
import { callEdges, deadEdges } from '../metrics/call-edges.ts';
import type { Counted } from '../metrics/counted.ts';
import { type PageRate, pageRates } from '../metrics/page-rates.ts';
import { RateWindow } from '../metrics/rate-window.ts';
import { trafficOf } from '../metrics/traffic.ts';
import { type Target, serviceOf } from '../targets/target.ts';
import type { AppState } from '../wire/index.ts';

/** What the answers of one process say of it, each as it was last. */
export type Known = Pick<AppState, 'readiness' | 'circuits' | 'replicas' | 'settings' | 'pages' | 'cache' | 'faults'>;

const nothing: Known = {
  readiness: null,
  circuits: [],
  replicas: null,
  settings: null,
  pages: null,
  cache: null,
  faults: [],
};

/** All that the console knows of one process. It is kept when the process dies, but for what it was doing. */
export class WatchedApp {
  readonly target: Target;
  readonly #clock: Clock;
  readonly #window: RateWindow;
  #known: Known = nothing;
  #circuitsAreNow = false;
  readonly #heard: Record<'circuits' | 'settings', readonly LoggedAct[]> = { circuits: [], settings: [] };
  #acts: readonly LoggedAct[] = [];
  #status: AppState['status'] = 'dead';
  #since: number;
  #deadBecause: string | undefined = 'it was not asked yet';
  /** What is wrong with the answer to one question, by its path. */
  readonly #problems = new Map<string, string>();

  constructor(target: Target, clock: Clock) {
    this.target = target;
    this.#clock = clock;
    this.#window = new RateWindow(clock);
    this.#since = clock.wallTime();
  }

  get dead(): boolean {
    return this.#deadBecause !== undefined;
  }

  get replicas(): Known['replicas'] {
    return this.#known.replicas;
  }

  get circuits(): Known['circuits'] {
    return this.#known.circuits;
  }

  /** False for those of a process that has died, until the one that is back has said how its own are. */
  get circuitsAreNow(): boolean {
    return this.#circuitsAreNow;
  }

  /** Since when its status is what it is, in ms since the Unix epoch. */
  get since(): number {
    return this.#since;
  }

  /** It answered at all, or did not, and why. */
  alive(deadBecause: string | undefined): void {
    const wasDead = this.dead;
    this.#deadBecause = deadBecause;
    if (this.dead) {
      // What it did before it died says nothing of what it does now, nor of what it will do first when it is back.
      this.#window.clear();
      this.#problems.clear();
      this.#circuitsAreNow = false;
      this.#to('dead');
    } else if (wasDead) {
      this.#to('not-ready');
    }
  }

  ready(ready: boolean, readiness: Known['readiness']): void {
    if (this.dead) return;
    this.#known = { ...this.#known, readiness };
    this.#to(ready ? 'ready' : 'not-ready');
  }

  learn(answer: Partial<Known>): void {
    if (answer.circuits !== undefined && !this.dead) this.#circuitsAreNow = true;
    this.#known = { ...this.#known, ...answer };
  }

  /** What operators did that it took part in, as it said last. */
  get acts(): readonly LoggedAct[] {
    return this.#acts;
  }

  heardOf(what: 'circuits' | 'settings', acts: readonly LoggedAct[]): void {
    this.#heard[what] = acts;
    this.#acts = [...this.#heard.circuits, ...this.#heard.settings];
  }

  counted(counted: Counted): void {
    if (!this.dead) this.#window.add(counted);
  }

  /** What is wrong with an answer; undefined when it is well. */
  problem(path: string, reason: string | undefined): void {
    if (reason === undefined || this.dead) this.#problems.delete(path);
    else this.#problems.set(path, reason);
  }

  get pageRates(): readonly PageRate[] {
    return this.dead ? [] : pageRates(this.#window);
  }

  state(): AppState {
    const { app, kind, team, adminUrl, replica } = this.target;
    const { circuits } = this.#known;
    const services = circuits.map(({ service }) => service);
    return {
      app,
      kind,
      service: serviceOf(this.target) ?? null,
      team,
      adminUrl,
      replica,
      status: this.#status,
      since: new Date(this.#since).toISOString(),
      problem: this.#problem(),
      traffic: trafficOf(this.#window),
      calls: this.dead ? deadEdges(services) : callEdges(this.#window, circuits),
      ...this.#known,
    };
  }

  #problem(): string | null {
    if (this.#deadBecause !== undefined) return this.#deadBecause;
    const failed = Object.entries(this.#known.readiness ?? {}).filter(([, result]) => result !== 'ok');
    const all = [
      ...failed.map(([check, result]) => `not ready: ${check} ${result}`),
      ...[...this.#problems].map(([path, reason]) => `${path}: ${reason}`),
    ];
    return all.length === 0 ? null : all.join('; ');
  }

  #to(status: AppState['status']): void {
    if (status === this.#status) return;
    this.#status = status;
    this.#since = this.#clock.wallTime();
  }
}
