import type { Edge } from '../model/edges.ts';
import { errorShareOf } from '../model/error-share.ts';
import { RoughAgo } from '../parts/ago.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { ms, rate, share } from '../words/figures.ts';

/** What is written on an arrow: rate, p95, error share; where the circuit is not closed, that comes first. */
export function CallFigures({ edge }: { readonly edge: Edge }) {
  const { app, service, state, inState, of, since, traffic, rejectedPerSecond } = edge;
  const isBad = traffic !== null && traffic.errorShare >= 0.05;
  return (
    <>
      <span className="for-ears">{app} to </span>
      <strong>{service}</strong>
      {state === 'closed' && (
        <>
          <span title="Attempts a second">{rate(traffic?.ratePerSecond)}</span>
          <span title="95 % of attempts take at most this">p95 {ms(traffic?.p95Ms)}</span>
          <span className={isBad ? 'is-bad' : ''} title="Share of attempts that failed">
            err {share(errorShareOf(traffic))}
          </span>
        </>
      )}
      {state === 'unknown' && <span className="arrow-nobody">nobody to ask</span>}
      {state !== 'closed' && state !== 'unknown' && (
        <>
          <StateBadge state={state} inState={inState} of={of} />
          {since ? <RoughAgo at={since} /> : <span />}
          <span title="Calls a second that were refused">refused {rate(rejectedPerSecond)}</span>
        </>
      )}
    </>
  );
}
