import type { Race } from '../contender.ts';
import { USERS } from '../driver/orders.ts';
import type { RunningContender } from '../running/running-contender.ts';
import { checkSamePage } from '../running/same-page.ts';
import { type Stage, setStage } from '../running/stage.ts';
import { type Stretch, measureStretch } from './stretch.ts';

export interface RaceOptions {
  readonly rounds: number;
  /** How long each contender is measured in each round. */
  readonly forMs: number;
  readonly warmUpMs: number;
  readonly progress: (line: string) => void;
}

/** What each contender did, round by round. */
export interface RaceResult {
  readonly race: Race;
  readonly options: Pick<RaceOptions, 'rounds' | 'forMs' | 'warmUpMs'>;
  readonly placed: string;
  readonly stretches: ReadonlyMap<string, readonly Stretch[]>;
}

/** Fewer and the process is idle at times; more and they only wait longer. */
export const CLIENTS = 16;
/** A BFF remembers as many tokens, for a minute. */
const TOKENS_REMEMBERED = 10_000;
/** Of what came in the same time before. More than enough that a stretch seldom runs out of callers. */
const ROOM = 1.3;
/** What showing tokens to a BFF has left behind is not to be cleaned up in the stretch that follows. */
const PAUSE_MS = 200;

/** All contenders in turn, round after round, so that what the machine does besides meets all of them. */
export async function measureRace(race: Race, options: RaceOptions): Promise<RaceResult> {
  const { rounds, forMs, warmUpMs, progress } = options;
  progress(`starting ${race.contenders.map(({ name }) => name).join(', ')}`);
  const stage = await setStage(race.contenders);
  try {
    progress(stage.placed);
    await checkSamePage(stage.running, stage.driver);
    const turns = stage.running.map((one) => new Turn(stage, one));
    for (const turn of turns) {
      const warm = await turn.take(warmUpMs);
      progress(`${turn.name} warmed up: ${inWords(warm)}`);
    }
    const stretches = new Map(turns.map(({ name }) => [name, [] as Stretch[]]));
    for (let round = 1; round <= rounds; round += 1) {
      for (const turn of turns) {
        const stretch = await turn.take(forMs);
        stretches.get(turn.name)?.push(stretch);
        progress(`round ${round} of ${rounds}, ${turn.name}: ${inWords(stretch)}`);
      }
    }
    return { race, options: { rounds, forMs, warmUpMs }, placed: stage.placed, stretches };
  } finally {
    await stage.close();
  }
}

const inWords = ({ cpuMicrosPerPage, pagesPerSecond, callsPerPage }: Stretch): string =>
  `${Math.round(cpuMicrosPerPage)} µs a page, ${Math.round(pagesPerSecond)} a second, ${callsPerPage.toFixed(2)} calls`;

/** One contender's turns. No order and, for as long as it can be helped, no caller comes twice. */
class Turn {
  readonly #stage: Stage;
  readonly #running: RunningContender;
  #next = 0;
  #perSecond = 0;

  constructor(stage: Stage, running: RunningContender) {
    this.#stage = stage;
    this.#running = running;
  }

  get name(): string {
    return this.#running.contender.name;
  }

  async take(forMs: number): Promise<Stretch> {
    const first = this.#next;
    const requests = await this.#announce(first, forMs);
    const options = { first, requests, forMs, clients: CLIENTS };
    const stretch = await measureStretch(this.#stage, this.#running, options);
    this.#perSecond = stretch.pagesPerSecond;
    this.#next += Math.ceil((stretch.pagesPerSecond * forMs * ROOM) / 1000);
    return stretch;
  }

  /** Shows the contender the tokens of those who come next, where that is asked for. Resolves with how many may come. */
  async #announce(first: number, forMs: number): Promise<number> {
    const { port, contender } = this.#running;
    if (contender.before === undefined) return USERS;
    const wanted = Math.ceil(((this.#perSecond || 2000) * forMs * ROOM) / 1000);
    const requests = Math.min(TOKENS_REMEMBERED, wanted);
    const { driver } = this.#stage;
    await driver.offer({
      port,
      workload: contender.before,
      first,
      requests,
      forMs: 60_000,
      clients: CLIENTS,
      graceMs: 1000,
    });
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    return requests;
  }
}
