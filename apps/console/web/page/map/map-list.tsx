import { hashOf } from '../place/place.ts';
import { AppFigures } from './app-figures.tsx';
import { CallFigures } from './call-figures.tsx';
import { RedisFigures } from './redis-figures.tsx';
import type { SystemMap } from './system-map.ts';

/** The map where there is no room for one: each BFF with what it calls below it. */
export function MapList({ map: { bffs, services, edges, redis } }: { readonly map: SystemMap }) {
  return (
    <div className="map-list">
      {bffs.map((group) => (
        <section key={group.app} aria-label={group.app} className="map-list-app">
          <a className="map-node" href={hashOf('map', group.app)}>
            <AppFigures group={group} />
          </a>
          <ul>
            {edges
              .filter(({ app }) => app === group.app)
              .map((edge) => (
                <li key={edge.service}>
                  <a className={`arrow-label is-${edge.state}`} href={hashOf('map', edge.app, edge.service)}>
                    <CallFigures edge={edge} />
                  </a>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <section aria-label="Services" className="map-list-services">
        {services.map((group) => (
          <a key={group.app} className="map-node" href={hashOf('map', group.app)}>
            <AppFigures group={group} />
          </a>
        ))}
        <a className="map-node" href={hashOf('map', 'redis')}>
          <RedisFigures redis={redis} />
        </a>
      </section>
    </div>
  );
}
