import type { AppGroup } from '../model/app-groups.ts';
import type { Edge } from '../model/edges.ts';
import { Ago, Until } from '../parts/ago.tsx';
import { FactList } from '../parts/fact-list.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { count } from '../words/figures.ts';
import { ActButtons } from './acts/act-buttons.tsx';
import { ChangeList } from './change-list.tsx';
import { CircuitStrip } from './table/circuit-strip.tsx';
import { Tune } from './tune/tune.tsx';

export interface CircuitDetailsProps {
  readonly group: AppGroup;
  readonly edge: Edge;
}

/** One circuit in full: each replica's, the acts, the history, the knobs. */
export function CircuitDetails({ group, edge }: CircuitDetailsProps) {
  return (
    <>
      {edge.circuits.map((one) => (
        <ReplicaState key={one.adminUrl} {...one} edge={edge} />
      ))}
      <ActButtons edge={edge} />
      <h3>Changes of the last ten minutes</h3>
      <ChangeList edge={edge} />
      <Tune group={group} service={edge.service} />
    </>
  );
}

function ReplicaState({ circuit, replica, isDead, edge }: Edge['circuits'][number] & { readonly edge: Edge }) {
  const { state, since, counts, openUntil, lastFailure, inFlight, retriesLeft, rateLimitedForMs, lastAct } = circuit;
  return (
    <section className="replica" aria-label={`Replica ${replica + 1}`}>
      {edge.circuits.length > 1 && <h3>Replica {replica + 1}</h3>}
      <p>
        <StateBadge state={isDead ? 'unknown' : state} />
        {isDead ? (
          ' the process is dead; this is what was known last'
        ) : (
          <>
            {' since '}
            <Ago at={since} />
          </>
        )}
      </p>
      <CircuitStrip app={edge.app} replica={replica} service={edge.service} />
      <FactList
        facts={{
          'In the window': `${count(counts.calls)} calls, ${count(counts.failures)} failed, ${count(counts.slow)} slow, ${count(counts.consecutiveFailures)} in a row`,
          'Next probe': openUntil && (
            <>
              in <Until at={openUntil} />
            </>
          ),
          'Last failure': lastFailure && (
            <>
              <code className="code">{lastFailure.code}</code> <Ago at={lastFailure.at} /> ago
            </>
          ),
          'In flight': count(inFlight),
          'Retries left': count(Math.floor(retriesLeft)),
          'Rate limited': rateLimitedForMs > 0 ? 'yes, by a 429' : null,
          'Last act': lastAct && (
            <>
              {lastAct.act} by {lastAct.by}, <Ago at={lastAct.at} /> ago{lastAct.reason && `: ${lastAct.reason}`}
              {!lastAct.shared && ' (here alone)'}
            </>
          ),
        }}
      />
    </section>
  );
}
