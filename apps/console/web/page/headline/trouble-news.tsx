import { useEffect, useRef, useState } from 'react';
import type { Trouble } from './trouble.ts';

/** Tells those who hear the page what has begun and what is over. Figures that move are not read out. */
export function TroubleNews({ troubles }: { readonly troubles: readonly Trouble[] }) {
  const [news, setNews] = useState('');
  const before = useRef<ReadonlyMap<string, Trouble>>(new Map());
  useEffect(() => {
    const now = new Map(troubles.map((trouble) => [trouble.id, trouble]));
    const begun = troubles.filter(({ id }) => !before.current.has(id)).map(({ who, what }) => `${who}: ${what}.`);
    const over = [...before.current.values()].filter(({ id }) => !now.has(id)).map(({ who }) => `Over: ${who}.`);
    before.current = now;
    if (begun.length + over.length > 0) setNews([...begun, ...over].join(' '));
    document.title = titleOf(troubles);
  }, [troubles]);
  return (
    <p className="for-ears" role="status" aria-live="polite">
      {news}
    </p>
  );
}

function titleOf(troubles: readonly Trouble[]): string {
  const real = troubles.filter(({ severity }) => severity !== 'note');
  const [worst] = real;
  return worst ? `(${real.length}) ${worst.who}: ${worst.what} · Console` : 'Console';
}
