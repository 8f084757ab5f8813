import type { LoadState } from '../../../../src/wire/index.ts';
import { Until } from '../../parts/ago.tsx';
import { Icon } from '../../parts/icon.tsx';
import { count, ms, rate, share } from '../../words/figures.ts';

const parts = [
  { name: 'whole', key: 'whole', look: 'good' },
  { name: 'partial', key: 'partial', look: 'warn' },
  { name: 'failed', key: 'failed', look: 'bad' },
  { name: 'no answer', key: 'noAnswer', look: 'dead' },
  { name: 'not sent', key: 'notSent', look: 'unknown' },
] as const;

/** What comes of the load: of the last 5 seconds as a bar, and since its start in figures. */
export function LoadResult({ load }: { readonly load: LoadState }) {
  const { app, page, ratePerSecond, running, endsAt, problem, inFlight, recent, total } = load;
  const all = parts.reduce((sum, { key }) => sum + recent[key], 0);
  return (
    <div className="load-result">
      <p>
        <strong>{running ? 'Running' : 'Stopped'}</strong>: {app} · {page} at {rate(ratePerSecond)}
        {running && (
          <span className="quiet">
            , {count(inFlight)} on their way, p50 {ms(recent.p50Ms)}, p95 {ms(recent.p95Ms)}, stops in{' '}
            <Until at={endsAt} />
          </span>
        )}
      </p>
      {problem && (
        <p className="is-warn">
          <Icon name="warn" /> {problem}
        </p>
      )}
      {running && all > 0 && (
        <div className="load-bar" aria-hidden="true">
          {parts.map(({ key, look }) => (
            <span key={key} className={`is-${look}`} style={{ flexGrow: recent[key] }} hidden={recent[key] === 0} />
          ))}
        </div>
      )}
      <ul className="load-counts">
        {parts.map(({ name, key, look }) => (
          <li key={key}>
            <Icon name={look} /> {name} <strong>{running && all > 0 ? share(recent[key] / all) : '–'}</strong>{' '}
            <span className="quiet">{count(total[key])} in all</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
