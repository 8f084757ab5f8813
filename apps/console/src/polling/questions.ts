import type { z } from 'zod';
import { circuitActs, tunings } from '../acts/logged-act.ts';
import type { AdminAnswer } from '../admin-port/admin-http.ts';
import { BadAnswer, readAnswer } from '../admin-port/read-answer.ts';
import { cacheAnswer } from '../answers/cache-answer.ts';
import { actsAnswer, circuitsAnswer } from '../answers/circuits-answer.ts';
import { faultsAnswer } from '../answers/faults-answer.ts';
import { pagesAnswer } from '../answers/pages-answer.ts';
import { readinessAnswer } from '../answers/readiness-answer.ts';
import { settingsAnswer } from '../answers/settings-answer.ts';
import { tuningsAnswer } from '../answers/tunings-answer.ts';
import { countedIn } from '../metrics/counted.ts';
import type { Target } from '../targets/target.ts';
import type { WatchedApp } from './watched-app.ts';

/** Something that a process is asked again and again. */
export interface Question {
  readonly path: string;
  readonly everyMs: number;
  readonly timeoutMs: number;
  /** Told whatever was answered. @throws {BadAnswer} when it is of no use */
  hear(answer: AdminAnswer, app: WatchedApp): void;
  /** There was no answer, or one of no use. */
  unheard?(app: WatchedApp): void;
}

/** A process that is dead is shown so within 1.5 s: `OFTEN_MS` until it is asked again, and this. */
const TIMEOUT_MS = 900;

/** A process takes up to a second for its readiness; whether it lives is another question. */
const READINESS_TIMEOUT_MS = 1500;

const OFTEN_MS = 400;

/** Knobs and acts change when a person does something. */
const SELDOM_MS = 2000;

const always: readonly Question[] = [
  {
    path: '/readyz',
    everyMs: OFTEN_MS,
    timeoutMs: READINESS_TIMEOUT_MS,
    hear(answer, app) {
      const { status, checks } = readAnswer(answer, readinessAnswer);
      app.ready(status === 'ready' && answer.status === 200, checks);
    },
    unheard: (app) => app.ready(false, null),
  },
  {
    path: '/metrics',
    everyMs: OFTEN_MS,
    timeoutMs: TIMEOUT_MS,
    hear(answer, app) {
      requireOk(answer);
      const counted = countedIn(answer.text);
      if (counted.counters.length + counted.gauges.length === 0 && !answer.text.includes('# TYPE')) {
        throw new BadAnswer('its answer has no metrics');
      }
      app.counted(counted);
    },
  },
];

const ofBffs: readonly Question[] = [
  asking('/circuits', OFTEN_MS, circuitsAnswer, (answer, app) => app.learn(answer)),
  asking('/pages', 1000, pagesAnswer, (pages, app) => app.learn({ pages })),
  asking('/cache', 1000, cacheAnswer, (cache, app) => app.learn({ cache })),
  asking('/circuits/acts', SELDOM_MS, actsAnswer, (answer, app) => app.heardOf('circuits', circuitActs(answer))),
  asking('/settings/acts', SELDOM_MS, tuningsAnswer, (answer, app) => app.heardOf('settings', tunings(answer))),
  asking('/settings', SELDOM_MS, settingsAnswer, (settings, app) => app.learn({ settings })),
];

const ofServices: readonly Question[] = [
  asking('/faults', OFTEN_MS, faultsAnswer, ({ faults }, app) => app.learn({ faults })),
];

/** What a process is asked. In production services are real ones, which have no faults to switch on. */
export function questionsFor({ kind }: Pick<Target, 'kind'>, { production }: { production: boolean }) {
  if (kind === 'bff') return [...always, ...ofBffs];
  return production ? always : [...always, ...ofServices];
}

/** Asked of all: whether it answers, however. */
export const lifeQuestion = { path: '/livez', everyMs: OFTEN_MS, timeoutMs: TIMEOUT_MS };

function asking<S extends z.ZodType>(
  path: string,
  everyMs: number,
  schema: S,
  tell: (answer: z.output<S>, app: WatchedApp) => void,
): Question {
  return {
    path,
    everyMs,
    timeoutMs: TIMEOUT_MS,
    hear(answer, app) {
      requireOk(answer);
      tell(readAnswer(answer, schema), app);
    },
  };
}

function requireOk({ status }: AdminAnswer): void {
  if (status !== 200) throw new BadAnswer(`it answers with status ${status}`);
}
