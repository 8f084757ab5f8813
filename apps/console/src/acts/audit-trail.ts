import { NoAnswer, type AdminHttp } from '../admin-port/admin-http.ts';
import { BadAnswer, readAnswer } from '../admin-port/read-answer.ts';
import { actsAnswer } from '../answers/circuits-answer.ts';
import { tuningsAnswer } from '../answers/tunings-answer.ts';
import type { WatchedApp } from '../polling/watched-app.ts';
import type { Act, Acts } from '../wire/index.ts';
import { type LoggedAct, circuitActs, tunings } from './logged-act.ts';

/** How many are remembered. The logs of the BFFs have them all. */
const MOST_ACTS = 300;

const TIMEOUT_MS = 900;

interface Remembered extends Omit<Act, 'replicas'> {
  replicas: readonly string[];
}

/** Who did what to which circuit and threshold, of all replicas together. What one has said is remembered when it is dead. */
export class AuditTrail {
  readonly #apps: readonly WatchedApp[];
  readonly #http: AdminHttp;
  readonly #acts = new Map<string, Remembered>();
  readonly #seen = new WeakMap<WatchedApp, readonly LoggedAct[]>();

  constructor(apps: readonly WatchedApp[], http: AdminHttp) {
    this.#apps = apps.filter(({ target }) => target.kind === 'bff');
    this.#http = http;
  }

  /** Remembers what an app has said. */
  see(app: WatchedApp): void {
    if (this.#seen.get(app) === app.acts) return;
    this.#seen.set(app, app.acts);
    for (const act of app.acts) this.#remember(app, act);
  }

  /** Asks all that live, so that an act is there as soon as it was done. */
  async read(): Promise<Acts> {
    const problems = await Promise.all(this.#apps.map((app) => this.#ask(app)));
    const acts = [...this.#acts.values()].toSorted((a, b) => (a.at < b.at ? 1 : -1));
    return { acts: acts.slice(0, MOST_ACTS), problems: problems.filter((problem) => problem !== undefined) };
  }

  async #ask(app: WatchedApp): Promise<string | undefined> {
    const { adminUrl } = app.target;
    try {
      const [acts, tuned] = await Promise.all(
        ['/circuits/acts', '/settings/acts'].map((path) =>
          this.#http.ask({ url: adminUrl + path, timeoutMs: TIMEOUT_MS }),
        ),
      );
      if (acts) app.heardOf('circuits', circuitActs(readAnswer(acts, actsAnswer)));
      if (tuned) app.heardOf('settings', tunings(readAnswer(tuned, tuningsAnswer)));
      this.see(app);
      return undefined;
    } catch (error) {
      if (!(error instanceof NoAnswer || error instanceof BadAnswer)) throw error;
      return `${app.target.app} at ${adminUrl}: ${error.reason}`;
    }
  }

  #remember({ target }: WatchedApp, { id, service, act, by, reason, changes, at, from }: LoggedAct): void {
    const known = this.#acts.get(id);
    const others = known?.replicas.filter((url) => url !== target.adminUrl) ?? [];
    const replicas = from === 'here' ? [target.adminUrl, ...others] : [...others, target.adminUrl];
    this.#acts.set(id, { app: target.app, service, act, by, reason, changes, at, replicas });
    for (const oldest of this.#acts.keys()) {
      if (this.#acts.size <= MOST_ACTS) break;
      this.#acts.delete(oldest);
    }
  }
}
