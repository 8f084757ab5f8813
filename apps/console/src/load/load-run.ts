import type { Clock, Timer } from '@bff/clock';
import type { IssueToken } from '../token/issue-token.ts';
import type { LoadState } from '../wire/index.ts';
import type { LoadPage, LoadUser, PageRequest } from './load-page.ts';
import { LoadTally } from './load-tally.ts';
import { signInUsers } from './load-users.ts';
import { PageClient } from './page-client.ts';

/** A load that somebody forgot must not run all night. */
const LONGEST_MS = 10 * 60_000;

/** What is due beyond that is not sent: a BFF that hangs must not take all memory here. */
const MOST_IN_FLIGHT = 500;

/** Requests go out in small bursts, this far apart. */
const TICK_MS = 10;

/** How long after an attempt to sign users in that gave none the next one comes. */
const SIGN_IN_AGAIN_MS = 1000;

export interface LoadOptions {
  readonly clock: Clock;
  readonly issueToken: IssueToken;
  /** Of a BFF's public port. */
  readonly urlOf: (app: string) => string | undefined;
}

/**
 * Asks one page of one BFF so many times a second, whether or not it was answered before, as independent client apps do (an
 * open loop): a load that waits for answers would slow down with what it is to show. It stops by itself.
 */
export class LoadRun {
  readonly #page: LoadPage;
  readonly #baseUrl: string;
  readonly #ratePerSecond: number;
  readonly #options: LoadOptions;
  readonly #client: PageClient;
  readonly #tally: LoadTally;
  readonly #startedAtMs: number;
  readonly #startedAt: number;
  #endedAt: number | undefined;
  #timer: Timer | undefined;
  #users: readonly LoadUser[] = [];
  /** From when on requests are due: nothing is, before there is somebody to ask for it. */
  #dueFromMs: number | undefined;
  #problem: string | null = null;
  #sent = 0;
  #inFlight = 0;

  constructor(page: LoadPage, baseUrl: string, ratePerSecond: number, options: LoadOptions) {
    this.#page = page;
    this.#baseUrl = baseUrl;
    this.#ratePerSecond = ratePerSecond;
    this.#options = options;
    this.#client = new PageClient(options.clock, MOST_IN_FLIGHT);
    this.#tally = new LoadTally(options.clock);
    this.#startedAtMs = options.clock.now();
    this.#startedAt = options.clock.wallTime();
    void this.#signIn();
    this.#tick();
  }

  state(): LoadState {
    return {
      app: this.#page.app,
      page: this.#page.page,
      ratePerSecond: this.#ratePerSecond,
      running: this.#endedAt === undefined,
      startedAt: new Date(this.#startedAt).toISOString(),
      endsAt: new Date(this.#endedAt ?? this.#startedAt + LONGEST_MS).toISOString(),
      problem: this.#problem,
      inFlight: this.#inFlight,
      recent: this.#tally.recent(),
      total: { ...this.#tally.total },
    };
  }

  /** `because` is said of it when nobody asked for its end. */
  stop(because: string | null): void {
    if (this.#endedAt !== undefined) return;
    this.#endedAt = this.#options.clock.wallTime();
    this.#problem = because;
    this.#timer?.cancel();
    // What is on its way is cut off: nobody waits for it.
    this.#client.close();
  }

  async #signIn(): Promise<void> {
    const { clock, issueToken } = this.#options;
    const users = await signInUsers({ page: this.#page, baseUrl: this.#baseUrl, issueToken, client: this.#client });
    if (this.#endedAt !== undefined) return;
    this.#users = users;
    if (users.length > 0) this.#dueFromMs = clock.now();
    this.#problem = users.length > 0 ? null : 'no user could be signed in: the user service or the BFF gives no answer';
    if (users.length === 0) clock.setTimer(SIGN_IN_AGAIN_MS, () => void (this.#endedAt ?? this.#signIn()));
  }

  #tick(): void {
    const { clock } = this.#options;
    const nowMs = clock.now();
    if (nowMs - this.#startedAtMs >= LONGEST_MS) {
      return this.stop(`it ran for ${LONGEST_MS / 60_000} minutes, which is the longest`);
    }
    const due = Math.floor(((nowMs - (this.#dueFromMs ?? nowMs)) * this.#ratePerSecond) / 1000);
    for (; this.#sent < due; this.#sent += 1) this.#send(this.#sent);
    this.#timer = clock.setTimer(TICK_MS, () => this.#tick());
  }

  #send(index: number): void {
    this.#tally.due();
    const user = this.#users[index % Math.max(1, this.#users.length)];
    const request = user && this.#page.request(user, Math.floor(index / this.#users.length));
    if (user === undefined || request === undefined || this.#inFlight >= MOST_IN_FLIGHT) this.#tally.notSent();
    else void this.#ask(request, user);
  }

  async #ask(request: PageRequest, { token }: LoadUser): Promise<void> {
    const { clock } = this.#options;
    const sentAtMs = clock.now();
    this.#inFlight += 1;
    const { end } = await this.#client.ask(this.#baseUrl, token, request);
    this.#inFlight -= 1;
    if (this.#endedAt === undefined) this.#tally.ended(end, clock.now() - sentAtMs);
  }
}
