import { memo, useEffect, useRef } from 'react';
import type { PageReport } from '../../../src/wire/index.ts';
import { partialOf, shareOf } from '../model/partial.ts';
import { Counted } from '../parts/counted.tsx';
import { Icon } from '../parts/icon.tsx';
import { count, ms, share } from '../words/figures.ts';
import { plural } from '../words/lists.ts';
import { PageWaterfall } from './page-waterfall.tsx';
import { PartialChart } from './partial-chart.tsx';

export interface PageCardProps {
  readonly app: string;
  readonly replica: number;
  readonly name: string;
  readonly report: PageReport;
  readonly isSelected: boolean;
}

/** One page of one BFF over the last minute. */
export const PageCard = memo(({ app, replica, name, report, isSelected }: PageCardProps) => {
  const { budgetMs, outcomes, durationMs } = report;
  const partial = partialOf(outcomes);
  const partialShare = shareOf(partial);
  const look = partialShare === null || partialShare < 0.01 ? 'good' : partialShare < 0.1 ? 'warn' : 'bad';
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isSelected) place.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  return (
    <article
      ref={place}
      className={`card page-card is-${look}`}
      aria-current={isSelected}
      aria-label={`${app}, ${name}`}
    >
      <header>
        <h3>{name}</h3>
        <span className={`partial-share is-${look}`}>
          <Icon name={look} /> {partialShare === null ? 'nobody asked' : `${share(partialShare)} partial`}
        </span>
        <span className="quiet">
          {plural(partial.answered, 'page')} in a minute, p95 {ms(durationMs.p95)} of {ms(budgetMs)}
          {outcomes.failed > 0 && `, ${count(outcomes.failed)} failed`}
          {outcomes.refused > 0 && `, ${count(outcomes.refused)} refused`}
          {outcomes.aborted > 0 && `, ${count(outcomes.aborted)} left`}
        </span>
      </header>
      <PageWaterfall report={report} />
      <div className="page-card-foot">
        <div>
          <h4>Partial, last 10 min</h4>
          <PartialChart app={app} replica={replica} page={report.page} />
        </div>
        <div>
          <h4>Because of</h4>
          <Counted counts={codesOf(report)} format={count} none="Nothing was missing." />
        </div>
      </div>
    </article>
  );
});

/** `payment DOWNSTREAM_TIMEOUT`, with how often. */
function codesOf({ sections }: PageReport): Readonly<Record<string, number>> {
  return Object.fromEntries(
    sections.flatMap(({ section, codes }) =>
      Object.entries(codes).map(([code, times]) => [`${section}: ${code.replace('DOWNSTREAM_', '')}`, times]),
    ),
  );
}
