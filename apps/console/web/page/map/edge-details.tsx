import { useKnown } from '../feed/use-known.ts';
import { TrafficCharts } from '../charts/traffic-charts.tsx';
import type { Edge } from '../model/edges.ts';
import { Ago } from '../parts/ago.tsx';
import { Counted } from '../parts/counted.tsx';
import { FactList } from '../parts/fact-list.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { hashOf } from '../place/place.ts';
import { ms, rate, share } from '../words/figures.ts';

/** What a BFF has to do with a service, in full. */
export function EdgeDetails({ edge }: { readonly edge: Edge }) {
  const { app, service, state, inState, of, since, traffic, rejectedPerSecond, outcomes } = edge;
  return (
    <>
      <p>
        <StateBadge state={state} inState={inState} of={of} />
        {since && (
          <>
            {' since '}
            <Ago at={since} />
          </>
        )}
      </p>
      <p>
        <a href={hashOf('circuits', app, service)}>Open the circuit: history, act, tune</a>
      </p>
      <FactList
        facts={{
          Attempts: rate(traffic?.ratePerSecond),
          'p50, p95, p99': `${ms(traffic?.p50Ms)}, ${ms(traffic?.p95Ms)}, ${ms(traffic?.p99Ms)}`,
          Failed: share(traffic?.errorShare),
          'Refused, not sent': rate(rejectedPerSecond),
        }}
      />
      <h3>How attempts end</h3>
      <Counted counts={outcomes} format={rate} none="No attempts in the last 5 seconds." />
      <h3>Last ten minutes</h3>
      {edge.circuits.map(({ replica, adminUrl }) => (
        <EdgeCharts key={adminUrl} edge={edge} replica={replica} />
      ))}
    </>
  );
}

function EdgeCharts({ edge, replica }: { readonly edge: Edge; readonly replica: number }) {
  const times = useKnown(({ history }) => history?.times);
  const series = useKnown(({ history }) =>
    history?.edges.find((one) => one.app === edge.app && one.service === edge.service && one.replica === replica),
  );
  return (
    <section aria-label={`Replica ${replica + 1}`}>
      {edge.circuits.length > 1 && <h4>Replica {replica + 1}</h4>}
      <TrafficCharts times={times} series={series} />
    </section>
  );
}
