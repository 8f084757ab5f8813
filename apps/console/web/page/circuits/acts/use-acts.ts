import { useEffect, useState } from 'react';
import type { Acts, ProblemView } from '../../../../src/wire/index.ts';
import { useKnown } from '../../feed/use-known.ts';
import { ask } from '../../parts/ask.ts';
import { onAct } from './acts-changed.ts';

export interface KnownActs {
  readonly acts: Acts | null;
  readonly problem: ProblemView | null;
}

/** The audit trail: asked for anew after each act done here, and whenever a circuit shows another last act than before. */
export function useActs(): KnownActs {
  const [known, setKnown] = useState<KnownActs>({ acts: null, problem: null });
  const lastActs = useKnown(({ state }) =>
    (state?.apps ?? []).flatMap(({ circuits }) => circuits.map(({ lastAct }) => lastAct?.at ?? '')).join(' '),
  );
  useEffect(() => {
    let isOver = false;
    const load = async (): Promise<void> => {
      const answer = await ask<Acts>({ path: 'acts' });
      if (!isOver) {
        setKnown(({ acts }) => (answer.ok ? { acts: answer.value, problem: null } : { acts, problem: answer.problem }));
      }
    };
    void load();
    const stop = onAct(() => void load());
    return () => {
      isOver = true;
      stop();
    };
  }, [lastActs]);
  return known;
}
