import { memo } from 'react';
import { useNow } from '../feed/use-now.ts';
import { Icon } from '../parts/icon.tsx';
import { duration, sinceMs } from '../words/durations.ts';
import type { Trouble } from './trouble.ts';
import { TroubleNews } from './trouble-news.tsx';
import { useTroubles } from './use-troubles.ts';

/** How many are shown at once: the page below must stay in sight on a phone. */
const SHOWN = 4;

/** What is wrong, in words, on top of every view. */
export function Headline() {
  const troubles = useTroubles();
  if (troubles === undefined) return <section className="headline" aria-label="What is wrong" />;
  const [shown, more] = [troubles.slice(0, SHOWN), troubles.slice(SHOWN)];
  return (
    <section className="headline" aria-label="What is wrong">
      {troubles.every(({ severity }) => severity === 'note') && (
        <p className="headline-well">
          <Icon name="good" />
          Everything is well.
        </p>
      )}
      {shown.length > 0 && <TroubleList troubles={shown} />}
      {more.length > 0 && (
        <details className="headline-more">
          <summary>and {more.length} more</summary>
          <TroubleList troubles={more} />
        </details>
      )}
      <TroubleNews troubles={troubles} />
    </section>
  );
}

function TroubleList({ troubles }: { readonly troubles: readonly Trouble[] }) {
  return (
    <ol className="troubles">
      {troubles.map((trouble) => (
        <TroubleLine key={trouble.id} trouble={trouble} />
      ))}
    </ol>
  );
}

const words = { bad: 'Trouble', warn: 'Look out', note: 'Note' } as const;

const TroubleLine = memo(({ trouble }: { readonly trouble: Trouble }) => {
  const { severity, who, what, since, why, place } = trouble;
  return (
    <li className={`trouble is-${severity}`}>
      <a href={place}>
        <Icon name={severity} label={words[severity]} />
        <span>
          <strong>{who}</strong>: {what}
          {since !== null && <Since at={since} />}
          {why !== '' && `, ${why}`}.
        </span>
      </a>
    </li>
  );
});

function Since({ at }: { readonly at: string }) {
  return <> since {duration(sinceMs(at, useNow()))}</>;
}
