import { useMemo } from 'react';
import { useApps, useKnown } from '../feed/use-known.ts';
import { appGroups } from '../model/app-groups.ts';
import { edgesOf } from '../model/edges.ts';
import type { ViewProps } from '../shell/console.tsx';
import { useNarrow } from '../shell/use-narrow.ts';
import { MapDetails } from './map-details.tsx';
import { MapGraph } from './map-graph.tsx';
import { MapList } from './map-list.tsx';
import type { SystemMap } from './system-map.ts';

/** Who calls whom, how fast, and what is broken. */
export function MapView({ selected }: ViewProps) {
  const apps = useApps();
  const redis = useKnown(({ state }) => state?.redis ?? null);
  const isNarrow = useNarrow();
  const map = useMemo((): SystemMap => {
    const groups = appGroups(apps);
    return {
      bffs: groups.filter(({ kind }) => kind === 'bff'),
      services: groups.filter(({ kind }) => kind === 'service'),
      edges: groups.flatMap(edgesOf),
      redis,
    };
  }, [apps, redis]);
  if (apps.length === 0) return <p className="empty">The console was given nothing to watch: see CONSOLE_TARGETS.</p>;
  return (
    <>
      {isNarrow ? <MapList map={map} /> : <MapGraph map={map} selected={selected} />}
      <MapDetails map={map} selected={selected} />
    </>
  );
}
