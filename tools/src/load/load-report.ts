import type { LoadAnswer } from './load-request.ts';
import { type Percentiles, percentilesOf } from './percentiles.ts';

/** The figures of a load, for one name of requests or for all together. */
export interface LoadFigures {
  readonly sent: number;
  /** By status, and by error for those that had none. */
  readonly ended: Readonly<Record<string, number>>;
  /** Of the answers with status 200. */
  readonly ok: Percentiles;
  /** Of all other answers. */
  readonly others: Percentiles;
}

export interface LoadReport extends LoadFigures {
  readonly byName: Readonly<Record<string, LoadFigures>>;
}

/** Adds up answers as they come; keeps no bodies. */
export class LoadCount {
  readonly #answers: LoadAnswer[] = [];

  readonly add = (answer: LoadAnswer): void => {
    this.#answers.push({ ...answer, body: undefined, headers: {} });
  };

  report(): LoadReport {
    const byName = Map.groupBy(this.#answers, (answer) => answer.request.name);
    return {
      ...figuresOf(this.#answers),
      byName: Object.fromEntries([...byName].map(([name, answers]) => [name, figuresOf(answers)])),
    };
  }
}

function figuresOf(answers: readonly LoadAnswer[]): LoadFigures {
  const ended: Record<string, number> = {};
  for (const { status, error } of answers) {
    const how = String(status ?? error);
    ended[how] = (ended[how] ?? 0) + 1;
  }
  const tookMs = (of: (status: number | undefined) => boolean): Percentiles =>
    percentilesOf(answers.filter(({ status }) => of(status)).map((answer) => answer.tookMs));
  return {
    sent: answers.length,
    ended,
    ok: tookMs((status) => status === 200),
    others: tookMs((status) => status !== 200 && status !== undefined),
  };
}
