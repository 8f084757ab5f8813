import { useMemo } from 'react';
import type { Fault } from '../../../src/wire/index.ts';
import { useApps } from '../feed/use-known.ts';
import { ProblemNote } from '../parts/problem-note.tsx';
import type { ViewProps } from '../shell/console.tsx';
import { LoadPanel } from './load/load-panel.tsx';
import { ServiceFaults } from './service-faults.tsx';
import { useFaultsView } from './use-faults-view.ts';

/** Switches faults of the mocks on and off, and makes the traffic that feels them. Not in production. */
export function FaultsView({ selected: [app] }: ViewProps) {
  const { view, problem } = useFaultsView();
  const apps = useApps();
  const on = useMemo(() => new Map(apps.map((one) => [one.app, one.faults] as const)), [apps]);
  return (
    <div className="view-main">
      <LoadPanel />
      {problem && <ProblemNote problem={problem} />}
      {view === null && !problem && <p className="empty">Asking the services what they can break …</p>}
      <div className="fault-grid">
        {view?.services.map((service) => (
          <ServiceFaults
            key={service.app}
            service={service}
            kinds={view.kinds}
            faults={on.get(service.app) ?? none}
            isSelected={service.app === app}
          />
        ))}
      </div>
    </div>
  );
}

const none: readonly Fault[] = [];
