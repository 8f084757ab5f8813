import type { History, PageOutcome, PagesReport } from '../../../src/wire/index.ts';

/** Pages that were answered, and how many of them were not whole. A refusal or a client that left is nobody's fault here. */
export interface Partial {
  readonly answered: number;
  readonly partial: number;
}

export const partialOf = (outcomes: Readonly<Record<PageOutcome, number>>): Partial => ({
  answered: outcomes.complete + outcomes.degraded + outcomes.failed,
  partial: outcomes.degraded + outcomes.failed,
});

export const shareOf = ({ answered, partial }: Partial): number | null => (answered > 0 ? partial / answered : null);

export const addPartials = (all: readonly Partial[]): Partial => ({
  answered: all.reduce((sum, one) => sum + one.answered, 0),
  partial: all.reduce((sum, one) => sum + one.partial, 0),
});

/** Of the last minute, for some replicas together. */
export const partialOfReports = (reports: readonly (PagesReport | null)[]): Partial =>
  addPartials(reports.flatMap((report) => report?.pages ?? []).map(({ outcomes }) => partialOf(outcomes)));

/** Of the newest point, by app and page: quick to rise and quick to fall, unlike the last minute. Rates a second. */
export function partialNow(newest: History): ReadonlyMap<string, Partial> {
  const byPage = Map.groupBy(newest.pages, ({ app, page }) => `${app} ${page}`);
  return new Map(
    [...byPage].map(([key, replicas]) => [
      key,
      addPartials(
        replicas.map(({ ratePerSecond, partialShare }) => {
          const answered = ratePerSecond.at(-1) ?? 0;
          return { answered, partial: answered * (partialShare.at(-1) ?? 0) };
        }),
      ),
    ]),
  );
}
