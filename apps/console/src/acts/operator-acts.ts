import { HttpProblem } from '@bff/errors';
import type { AdminHttp } from '../admin-port/admin-http.ts';
import { whatIfAnswer } from '../answers/what-if-answer.ts';
import type { Collector } from '../polling/collector.ts';
import type { WatchedApp } from '../polling/watched-app.ts';
import type { ActName, ActResult, AppKind, WhatIfAnswer } from '../wire/index.ts';
import { type Asked, type AskedReplica, askReplica } from './ask-replica.ts';
import { replicasToAsk } from './replicas-to-ask.ts';
import { replyFor } from './reply-for.ts';

/** A service's circuit in an app. */
export interface CircuitOf {
  readonly app: string;
  readonly service: string;
}

/** What an operator does from the page, done where it has to be. The BFFs decide who may: tokens are passed on unread. */
export class OperatorActs {
  readonly #collector: Collector;
  readonly #http: AdminHttp;

  constructor(collector: Collector, http: AdminHttp) {
    this.#collector = collector;
    this.#http = http;
  }

  /** @throws {HttpProblem} when no replica did it */
  async act(act: ActName, { app, service }: CircuitOf, request: Pick<Asked, 'body' | 'authorization'>) {
    const asked = { method: 'POST', path: `/circuits/${encodeURIComponent(service)}/${act}`, ...request } as const;
    const { each, oneOf } = replicasToAsk(this.live(app, 'bff'));
    const [one, ...all] = await Promise.all([
      this.#firstThatAnswers(oneOf, asked),
      ...each.map((replica) => askReplica(this.#http, replica, asked)),
    ]);
    return replyFor([...one, ...all]);
  }

  /** One replica after the other: several may have the same file, and the first that refuses speaks for all. */
  async patchSettings(app: string, request: Pick<Asked, 'body' | 'authorization'>): Promise<ActResult> {
    const asked: Asked = {
      method: 'PATCH',
      path: '/settings',
      contentType: 'application/merge-patch+json',
      ...request,
    };
    const results: AskedReplica[] = [];
    for (const replica of this.live(app, 'bff')) {
      const result = await askReplica(this.#http, replica, asked);
      results.push(result);
      if (result.status !== null && result.problem !== null) break;
    }
    return replyFor(results);
  }

  /** @throws {HttpProblem} when no replica could say */
  async whatIf({ app, service }: CircuitOf, body: unknown): Promise<WhatIfAnswer> {
    const path = `/circuits/${encodeURIComponent(service)}/what-if`;
    const { replicas } = await this.askEach(this.live(app, 'bff'), { method: 'POST', path, body });
    const read = replicas.map(({ replica, adminUrl, problem, answer }) => {
      const { data } = whatIfAnswer.safeParse(answer);
      if (data !== undefined) return { replica, adminUrl, whatIf: data };
      return `${adminUrl}: ${problem ? (problem.detail ?? problem.title) : 'not the expected answer'}`;
    });
    return {
      replicas: read.filter((each) => typeof each !== 'string'),
      problems: read.filter((each) => typeof each === 'string'),
    };
  }

  async askEach(replicas: readonly WatchedApp[], asked: Asked): Promise<ActResult> {
    return replyFor(await Promise.all(replicas.map((replica) => askReplica(this.#http, replica, asked))));
  }

  /** The replicas of an app that live. @throws {HttpProblem} 404 when there is no such app, 503 when all are dead */
  live(app: string, kind: AppKind): readonly WatchedApp[] {
    const all = this.#collector.apps.filter(({ target }) => target.app === app && target.kind === kind);
    if (all.length === 0) {
      const names = new Set(this.#collector.apps.filter(({ target }) => target.kind === kind).map(nameOf));
      throw new HttpProblem(404, 'APP_NOT_FOUND', 'No app has this name', {
        detail: `There is no ${kind} "${app.slice(0, 40)}"; there are ${[...names].join(', ')}`,
      });
    }
    const live = all.filter(({ dead }) => !dead);
    if (live.length > 0) return live;
    throw new HttpProblem(503, 'NO_LIVE_REPLICA', 'Nobody is there to do it', {
      detail: `${app} is dead${all.length === 1 ? '' : ', all replicas of it'}`,
      retryable: true,
    });
  }

  /** The next one is asked only when one did not answer. None: there was nobody to ask. */
  async #firstThatAnswers(replicas: readonly WatchedApp[], asked: Asked): Promise<readonly AskedReplica[]> {
    let last: AskedReplica | undefined;
    for (const replica of replicas) {
      last = await askReplica(this.#http, replica, asked);
      if (last.status !== null) break;
    }
    return last === undefined ? [] : [last];
  }
}

const nameOf = ({ target }: WatchedApp): string => target.app;
