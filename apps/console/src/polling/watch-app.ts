import type { Clock } from '@bff/clock';
import type { Logger } from '@bff/observability';
import { type AdminHttp, NoAnswer } from '../admin-port/admin-http.ts';
import { BadAnswer } from '../admin-port/read-answer.ts';
import { type Question, lifeQuestion, questionsFor } from './questions.ts';
import { repeat } from './repeat.ts';
import type { WatchedApp } from './watched-app.ts';

export interface WatchOptions {
  readonly http: AdminHttp;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly production: boolean;
  /** Called after each answer, or its absence. */
  readonly onNews: (app: WatchedApp) => void;
}

/**
 * Asks one process all there is to ask, for as long as the console runs. Each question has a turn of its own, so that one
 * that is not answered keeps no other waiting. Returns what ends it.
 */
export function watchApp(app: WatchedApp, options: WatchOptions): () => void {
  const { clock, logger, production } = options;
  const questions = questionsFor(app.target, { production });
  const ends = [
    repeat({ clock, logger, everyMs: lifeQuestion.everyMs }, () => askWhetherAlive(app, options)),
    ...questions.map((question) =>
      repeat({ clock, logger, everyMs: question.everyMs }, () => ask(question, app, options)),
    ),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** Any answer is one: a process that says 500 is there to be looked at. */
async function askWhetherAlive(app: WatchedApp, { http, onNews }: WatchOptions): Promise<void> {
  const { path, timeoutMs } = lifeQuestion;
  const answered = http.ask({ url: app.target.adminUrl + path, timeoutMs });
  const deadBecause = await answered.then(
    () => undefined,
    (error: unknown) => reasonOf(error),
  );
  app.alive(deadBecause);
  onNews(app);
}

async function ask(question: Question, app: WatchedApp, { http, logger, onNews }: WatchOptions): Promise<void> {
  const { path, timeoutMs } = question;
  try {
    question.hear(await http.ask({ url: app.target.adminUrl + path, timeoutMs }), app);
    app.problem(path, undefined);
  } catch (error) {
    if (!(error instanceof NoAnswer || error instanceof BadAnswer)) {
      logger.error({ err: error, app: app.target.app, path }, 'an answer could not be read');
    }
    if (error instanceof NoAnswer && error.nobodyListens) app.alive(error.reason);
    question.unheard?.(app);
    app.problem(path, reasonOf(error));
  }
  onNews(app);
}

const reasonOf = (error: unknown): string =>
  error instanceof NoAnswer || error instanceof BadAnswer ? error.reason : 'it could not be read, by a defect of ours';
