import { hashOf } from '../place/place.ts';
import { SidePanel } from '../parts/side-panel.tsx';
import { AppDetails } from './app-details.tsx';
import { EdgeDetails } from './edge-details.tsx';
import { RedisDetails } from './redis-details.tsx';
import type { SystemMap } from './system-map.ts';

export interface MapDetailsProps {
  readonly map: SystemMap;
  readonly selected: readonly string[];
}

/** What is selected on the map, in full. */
export function MapDetails({ map, selected: [chosen, service] }: MapDetailsProps) {
  const back = hashOf('map');
  if (chosen === undefined) return null;
  if (chosen === 'redis') {
    return (
      <SidePanel key="redis" title="Redis" back={back}>
        <RedisDetails redis={map.redis} />
      </SidePanel>
    );
  }
  const edge = map.edges.find((one) => one.app === chosen && one.service === service);
  if (edge) {
    return (
      <SidePanel key={`${chosen} ${service}`} title={`${edge.app} → ${edge.service}`} back={back}>
        <EdgeDetails edge={edge} />
      </SidePanel>
    );
  }
  const group = [...map.bffs, ...map.services].find(({ app }) => app === chosen);
  return (
    <SidePanel key={chosen} title={chosen} back={back}>
      {group ? <AppDetails group={group} /> : <p className="empty">The console watches nothing of this name.</p>}
    </SidePanel>
  );
}
