import { type AppGroup, isDead, livingOf } from '../model/app-groups.ts';
import { joinTraffic } from '../model/joined-traffic.ts';
import { errorShareOf } from '../model/error-share.ts';
import { Ago } from '../parts/ago.tsx';
import { ProcessBadge } from '../parts/process-badge.tsx';
import { ms, rate, share } from '../words/figures.ts';
import { PartialShare } from './partial-share.tsx';

/** An app in a few lines: whether it lives, what it has to do, what people get of it. */
export function AppFigures({ group }: { readonly group: AppGroup }) {
  const { app, kind, replicas } = group;
  const living = livingOf(group);
  const traffic = joinTraffic(living.flatMap((one) => one.traffic ?? []));
  const dead = isDead(group);
  return (
    <span className={dead ? 'app-figures is-dead' : 'app-figures'}>
      <span className="app-figures-head">
        <strong>{app}</strong>
        {!dead && living.some(({ status }) => status === 'not-ready') && <ProcessBadge status="not-ready" />}
      </span>
      {dead && replicas[0] ? (
        <span className="app-figures-dead">
          <ProcessBadge status="dead" /> since <Ago at={replicas[0].since} />
        </span>
      ) : (
        <>
          <span className="app-figures-traffic">
            <span title="Requests a second">{rate(traffic?.ratePerSecond)}</span>
            <span title="95 % of answers take at most this">p95 {ms(traffic?.p95Ms)}</span>
            <span className={traffic && traffic.errorShare >= 0.05 ? 'is-bad' : ''} title="Answers with a 5xx">
              err {share(errorShareOf(traffic))}
            </span>
          </span>
          {kind === 'bff' && <PartialShare app={app} />}
          {replicas.length > 1 && (
            <span className={living.length < replicas.length ? 'app-figures-replicas is-bad' : 'app-figures-replicas'}>
              {living.length} of {replicas.length} replicas alive
            </span>
          )}
        </>
      )}
    </span>
  );
}
