import { type ComponentType, memo } from 'react';
import { useIsProduction, useKnown } from '../feed/use-known.ts';
import { CircuitsView } from '../circuits/circuits-view.tsx';
import { FaultsView } from '../faults/faults-view.tsx';
import { Headline } from '../headline/headline.tsx';
import { MapView } from '../map/map-view.tsx';
import { PagesView } from '../pages/pages-view.tsx';
import type { View } from '../place/place.ts';
import { usePlace } from '../place/use-place.ts';
import { LinkBanner } from './link-banner.tsx';
import { FirstFrame } from './first-frame.tsx';
import { TopBar } from './top-bar.tsx';
import { useShortcuts } from './use-shortcuts.ts';

export interface ViewProps {
  readonly selected: readonly string[];
}

const viewByName: Readonly<Record<View, ComponentType<ViewProps>>> = {
  map: memo(MapView),
  circuits: memo(CircuitsView),
  pages: memo(PagesView),
  faults: memo(FaultsView),
};

/** The whole page. */
export function Console() {
  const { view, selected } = usePlace();
  const isKnown = useKnown(({ state }) => state !== null);
  const isLost = useKnown(({ link }) => link === 'lost');
  const isProduction = useIsProduction();
  useShortcuts();
  const Current = viewByName[view === 'faults' && isKnown && isProduction ? 'map' : view];
  return (
    <div className={isLost ? 'console is-lost' : 'console'}>
      <TopBar view={view} />
      {isKnown && <LinkBanner />}
      {isKnown ? (
        <>
          <Headline />
          <main className={`view view-${view}`}>
            <Current selected={selected} />
          </main>
        </>
      ) : (
        <FirstFrame />
      )}
    </div>
  );
}
