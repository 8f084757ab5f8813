import { useMemo } from 'react';
import { useApps } from '../feed/use-known.ts';
import { appGroups } from '../model/app-groups.ts';
import { edgesOf } from '../model/edges.ts';
import { TokenField } from '../operator/token-field.tsx';
import { SidePanel } from '../parts/side-panel.tsx';
import { hashOf } from '../place/place.ts';
import type { ViewProps } from '../shell/console.tsx';
import { AuditTrail } from './acts/audit-trail.tsx';
import { CircuitDetails } from './circuit-details.tsx';
import { CircuitTable } from './table/circuit-table.tsx';

/** Every circuit of every BFF, and what an operator can do to it. */
export function CircuitsView({ selected: [app, service] }: ViewProps) {
  const apps = useApps();
  const groups = useMemo(() => appGroups(apps).filter(({ kind }) => kind === 'bff'), [apps]);
  const edges = useMemo(() => groups.flatMap(edgesOf), [groups]);
  const group = groups.find((one) => one.app === app);
  const edge = edges.find((one) => one.app === app && one.service === service);
  return (
    <>
      <div className="view-main">
        {edges.length === 0 ? (
          <p className="empty">No circuits are known: no BFF has answered since the console started.</p>
        ) : (
          <CircuitTable groups={groups} edges={edges} selected={edge} />
        )}
        <section className="card operator-card" aria-label="Operator">
          <TokenField />
        </section>
        <AuditTrail />
      </div>
      {group && edge && (
        <SidePanel key={`${app} ${service}`} title={`${edge.app} → ${edge.service}`} back={hashOf('circuits')}>
          <CircuitDetails group={group} edge={edge} />
        </SidePanel>
      )}
    </>
  );
}
