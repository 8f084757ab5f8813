import type { ReactNode } from 'react';

export interface CountedProps {
  readonly counts: Readonly<Record<string, number>>;
  readonly format: (value: number) => string;
  /** Shown when there is nothing. */
  readonly none: ReactNode;
}

/** Names with how often each, as bars, the most first. */
export function Counted({ counts, format, none }: CountedProps) {
  const entries = Object.entries(counts)
    .filter(([, value]) => value > 0)
    .toSorted(([, one], [, other]) => other - one);
  const [, most = 1] = entries[0] ?? [];
  if (entries.length === 0) return <p className="empty">{none}</p>;
  return (
    <ul className="counted">
      {entries.map(([name, value]) => (
        <li key={name} className={name === 'ok' ? 'is-good' : 'is-code'}>
          <code>{name}</code>
          <span className="counted-bar" aria-hidden="true">
            <span style={{ width: `${(value / most) * 100}%` }} />
          </span>
          <span className="figure">{format(value)}</span>
        </li>
      ))}
    </ul>
  );
}
