import type { LoadAnswer } from '../../load/load-request.ts';
import { offerLoad } from '../../load/offer-load.ts';
import { type Percentiles, percentilesOf } from '../../load/percentiles.ts';
import type { Customer } from '../../running/many-customers.ts';
import type { PagesByNeed } from './pages-by-need.ts';

/** One kind of pages over one stretch of time. */
export interface PageFigures extends Percentiles {
  /** Whole ones a second that came before the stretch was over. */
  readonly wholePerSecond: number;
  /** Of all. */
  readonly wholeShare: number;
  /** How the others ended. */
  readonly notWhole: Readonly<Record<string, number>>;
}

export interface Measured {
  readonly others: PageFigures;
  readonly needing: PageFigures;
}

export interface MeasureOptions {
  readonly customers: readonly Customer[];
  readonly pages: PagesByNeed;
  readonly ratePerSecond: number;
  readonly forMs: number;
}

/** Of three pages two are of the others. */
const isOther = (index: number): boolean => index % 3 !== 0;

/** Offers both kinds of pages at a fixed rate. */
export async function measurePages({ customers, pages, ratePerSecond, forMs }: MeasureOptions): Promise<Measured> {
  const answers: { others: LoadAnswer[]; needing: LoadAnswer[] } = { others: [], needing: [] };
  const others = new Set<unknown>();
  const startedAtMs = performance.now();
  const first = Math.floor(Math.random() * customers.length);
  await offerLoad({
    ratePerSecond,
    forMs,
    next(index) {
      const customer = customers[(first + index) % customers.length];
      if (!customer) throw new TypeError('there are no customers');
      const request = (isOther(index) ? pages.others : pages.needing)(customer, first + Math.floor(index / 3) + index);
      if (isOther(index)) others.add(request);
      return request;
    },
    onAnswer: (answer) => void (others.has(answer.request) ? answers.others : answers.needing).push(answer),
  });
  const endsAtMs = startedAtMs + forMs;
  return { others: figuresOf(answers.others, endsAtMs, forMs), needing: figuresOf(answers.needing, endsAtMs, forMs) };
}

function figuresOf(answers: readonly LoadAnswer[], endsAtMs: number, forMs: number): PageFigures {
  const isWhole = ({ status, headers }: LoadAnswer): boolean => status === 200 && headers['bff-complete'] === '?1';
  const [whole, broken] = [answers.filter(isWhole), answers.filter((answer) => !isWhole(answer))];
  const endings = Map.groupBy(broken, ({ status, error, headers }) =>
    String(error ?? headers['bff-sections'] ?? status),
  );
  const inTime = whole.filter(({ dueAtMs, tookMs }) => dueAtMs + tookMs <= endsAtMs);
  return {
    ...percentilesOf(answers.map(({ tookMs }) => tookMs)),
    wholePerSecond: (inTime.length * 1000) / forMs,
    wholeShare: whole.length / answers.length,
    notWhole: Object.fromEntries([...endings].map(([how, ended]) => [how, ended.length])),
  };
}
