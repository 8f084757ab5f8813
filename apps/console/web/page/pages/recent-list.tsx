import type { RecentPage } from '../../../src/wire/index.ts';
import { Icon } from '../parts/icon.tsx';
import { useHeld } from '../parts/use-held.ts';
import { hashOf } from '../place/place.ts';
import { clockTime } from '../words/durations.ts';
import { ms } from '../words/figures.ts';

export type RecentOf = RecentPage & { readonly app: string };

export interface RecentListProps {
  readonly recent: readonly RecentOf[];
  readonly selected: string | undefined;
}

const SHOWN = 40;

/** The last requests that were not answered with a whole page. Each leads to its waterfall. */
export function RecentList({ recent, selected }: RecentListProps) {
  const newest = recent.toSorted((one, other) => other.at.localeCompare(one.at)).slice(0, SHOWN);
  const { held: shown, isHeld, holding } = useHeld(newest);
  return (
    <section className="card recent-list" aria-labelledby="recent" {...holding}>
      <h2 id="recent">Recent requests that were not whole</h2>
      <p className="quiet recent-held">{isHeld ? 'Held while you look.' : 'The newest first.'}</p>
      {shown.length === 0 && <p className="empty">None. Every page went out whole.</p>}
      <ol className="plain-list">
        {shown.map((request) => (
          <li key={request.requestId}>
            <a
              href={hashOf('pages', request.app, request.page, request.requestId)}
              aria-current={request.requestId === selected}
            >
              <Icon name={request.outcome === 'failed' ? 'bad' : 'warn'} label={request.outcome} />
              <time dateTime={request.at}>{clockTime(request.at)}</time>
              <span>
                {request.app} <strong>{request.page}</strong>
              </span>
              <span className="figure">{ms(request.durationMs)}</span>
              <span className="recent-why">{whyOf(request)}</span>
              <code className="recent-id">{request.requestId}</code>
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

const whyOf = ({ sections }: RecentPage): string =>
  sections
    .filter(({ status }) => status !== 'ok')
    .map(
      ({ section, status, code }) =>
        `${section} ${status === 'stale' ? 'stale' : ''}${(code ?? '').replace('DOWNSTREAM_', ' ')}`,
    )
    .join(', ');
