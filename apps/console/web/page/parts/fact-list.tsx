import type { ReactNode } from 'react';

export type Facts = Readonly<Record<string, ReactNode>>;

/** Names and values in two columns. Those that are null are left out. */
export function FactList({ facts }: { readonly facts: Facts }) {
  return (
    <dl className="facts">
      {Object.entries(facts).map(([name, value]) =>
        value === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
