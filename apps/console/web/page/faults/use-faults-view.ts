import { useEffect, useState } from 'react';
import type { FaultsView, ProblemView } from '../../../src/wire/index.ts';
import { useKnown } from '../feed/use-known.ts';
import { ask } from '../parts/ask.ts';

export interface KnownFaultsView {
  readonly view: FaultsView | null;
  readonly problem: ProblemView | null;
}

/** What can be switched on, and where. Which are on comes with every frame. */
export function useFaultsView(): KnownFaultsView {
  const [known, setKnown] = useState<KnownFaultsView>({ view: null, problem: null });
  // Asked again when the line is back, and when a service came or went.
  const link = useKnown((feed) => feed.link);
  const living = useKnown(({ state }) =>
    (state?.apps ?? []).map(({ kind, status }) => (kind === 'service' ? status : '')).join(' '),
  );
  useEffect(() => {
    if (link === 'lost') return undefined;
    let isOver = false;
    const load = async (): Promise<void> => {
      const answer = await ask<FaultsView>({ path: 'faults' });
      if (isOver) return;
      setKnown(({ view }) => (answer.ok ? { view: answer.value, problem: null } : { view, problem: answer.problem }));
    };
    void load();
    return () => {
      isOver = true;
    };
  }, [link, living]);
  return known;
}
