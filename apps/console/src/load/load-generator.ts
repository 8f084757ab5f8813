import type { LoadRequest, LoadState } from '../wire/index.ts';
import { loadPages } from './load-page.ts';
import { type LoadOptions, LoadRun } from './load-run.ts';

/** The load that the console makes: one at a time. */
export class LoadGenerator {
  readonly #options: LoadOptions;
  #run: LoadRun | undefined;

  constructor(options: LoadOptions) {
    this.#options = options;
  }

  /** What runs is replaced. Undefined: there is no such page. */
  start(request: LoadRequest): LoadState | undefined {
    const page = loadPages.find(({ app, page: name }) => app === request.app && name === request.page);
    const baseUrl = this.#options.urlOf(request.app);
    if (page === undefined || baseUrl === undefined) return undefined;
    this.#run?.stop('replaced by another');
    this.#run = new LoadRun(page, baseUrl, request.ratePerSecond, this.#options);
    return this.#run.state();
  }

  stop(): LoadState | null {
    this.#run?.stop(null);
    return this.state();
  }

  /** Of the one that runs or was the last to run. */
  state(): LoadState | null {
    return this.#run?.state() ?? null;
  }

  close(): void {
    this.#run?.stop(null);
  }
}
