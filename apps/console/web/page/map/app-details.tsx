import type { AppState } from '../../../src/wire/index.ts';
import type { AppGroup } from '../model/app-groups.ts';
import { edgesOf } from '../model/edges.ts';
import { Ago } from '../parts/ago.tsx';
import { FactList } from '../parts/fact-list.tsx';
import { Icon } from '../parts/icon.tsx';
import { ProcessBadge } from '../parts/process-badge.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { hashOf } from '../place/place.ts';
import { bytes, count, ms, rate, share } from '../words/figures.ts';
import { AppCharts } from './app-charts.tsx';

/** An app in full: its replicas one by one, then what it has in common. */
export function AppDetails({ group }: { readonly group: AppGroup }) {
  return (
    <>
      {group.replicas.map((replica) => (
        <Replica key={replica.adminUrl} app={replica} isOne={group.replicas.length === 1} />
      ))}
      {group.kind === 'bff' && <CircuitLinks group={group} />}
      <p className="quiet">Run by: {group.team} team</p>
    </>
  );
}

function Replica({ app, isOne }: { readonly app: AppState; readonly isOne: boolean }) {
  const { status, since, problem, readiness, traffic, cache, settings, adminUrl, replica, replicas } = app;
  return (
    <section className="replica" aria-label={`Replica ${replica + 1}`}>
      {!isOne && <h3>Replica {replica + 1}</h3>}
      <p>
        <ProcessBadge status={status} /> since <Ago at={since} />
      </p>
      {problem && (
        <p className="replica-problem">
          <Icon name="warn" /> {problem}
        </p>
      )}
      <FactList
        facts={{
          Requests: traffic && rate(traffic.ratePerSecond),
          'p50, p95, p99': traffic && `${ms(traffic.p50Ms)}, ${ms(traffic.p95Ms)}, ${ms(traffic.p99Ms)}`,
          Errors: traffic && share(traffic.errorShare),
          Ready:
            readiness &&
            Object.entries(readiness)
              .map(([check, says]) => `${check}: ${says}`)
              .join(', '),
          Cache:
            cache &&
            `${count(cache.memory.entries)} values, ${bytes(cache.memory.bytes)} of ${bytes(cache.memory.maxBytes)}`,
          'Acts reach': replicas && reach[replicas],
          Settings: settings?.file ?? null,
          'Admin port': <code>{adminUrl}</code>,
        }}
      />
      {settings?.refused?.problems.map((line) => (
        <p key={line} className="replica-problem">
          <Icon name="warn" /> Refused: {line}
        </p>
      ))}
      <AppCharts app={app.app} replica={replica} />
    </section>
  );
}

const reach = {
  alone: 'this replica alone: there is no Redis',
  connected: 'every replica, by way of Redis',
  'cut-off': 'this replica alone: Redis does not answer',
} as const;

function CircuitLinks({ group }: { readonly group: AppGroup }) {
  return (
    <section>
      <h3>Circuits</h3>
      <ul className="circuit-links">
        {edgesOf(group).map(({ app, service, state, inState, of }) => (
          <li key={service}>
            <a href={hashOf('circuits', app, service)}>{service}</a>{' '}
            <StateBadge state={state} inState={inState} of={of} />
          </li>
        ))}
      </ul>
    </section>
  );
}
