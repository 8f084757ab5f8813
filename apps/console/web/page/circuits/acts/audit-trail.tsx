import { Icon } from '../../parts/icon.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { clockTime } from '../../words/durations.ts';
import { plural } from '../../words/lists.ts';
import { useActs } from './use-acts.ts';

/** Who did what to which circuit or threshold, and why. */
export function AuditTrail() {
  const { acts, problem } = useActs();
  return (
    <section className="card audit-trail" aria-labelledby="audit-trail">
      <h2 id="audit-trail">Audit trail</h2>
      {problem && <ProblemNote problem={problem} />}
      {acts?.problems.map((line) => (
        <p key={line} className="is-warn">
          <Icon name="warn" /> {line}
        </p>
      ))}
      {acts === null && !problem && <p className="empty">Asking the replicas …</p>}
      {acts?.acts.length === 0 && <p className="empty">Nobody has acted or tuned since the processes started.</p>}
      <ol className="plain-list">
        {acts?.acts.map(({ app, service, act, by, reason, changes, at, replicas }) => (
          <li key={`${at} ${app} ${service} ${act}`}>
            <time dateTime={at}>{clockTime(at)}</time> <strong>{by}</strong> {act} {app}
            {service !== null && ` → ${service}`}
            {changes.map(({ path, from, to }) => (
              <code key={path}>
                {path}: {String(from)} → {String(to)}
              </code>
            ))}
            {reason && <q>{reason}</q>} <span className="quiet">{plural(replicas.length, 'replica')}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
