import { useMemo } from 'react';
import { useKnown } from '../feed/use-known.ts';
import type { Edge } from '../model/edges.ts';
import { StateBadge } from '../parts/state-badge.tsx';
import { clockTime } from '../words/durations.ts';

/** Enough for a night; the rest is in the log. */
const SHOWN = 8;

/** When a circuit changed and why, the newest first. */
export function ChangeList({ edge }: { readonly edge: Edge }) {
  const strips = useKnown(({ history }) => history?.strips);
  const changes = useMemo(
    () =>
      (strips ?? [])
        .filter(({ app, service }) => app === edge.app && service === edge.service)
        .flatMap(({ replica, changes: own }) => own.map((change) => ({ ...change, replica })))
        .toSorted((one, other) => other.at.localeCompare(one.at)),
    [strips, edge.app, edge.service],
  );
  if (changes.length === 0) return <p className="empty">None seen.</p>;
  return (
    <ol className="change-list">
      {changes.slice(0, SHOWN).map(({ at, state, reason, replica }) => (
        <li key={`${at} ${state} ${replica}`}>
          <time dateTime={at}>{clockTime(at)}</time> <StateBadge state={state} />
          {edge.circuits.length > 1 && <span className="quiet"> replica {replica + 1}</span>}
          {reason && <span className="change-reason"> {reason}</span>}
        </li>
      ))}
    </ol>
  );
}
