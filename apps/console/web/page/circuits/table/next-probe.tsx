import type { Edge } from '../../model/edges.ts';
import { Until } from '../../parts/ago.tsx';

/** When the next call finds out whether the service is back. */
export function NextProbe({ edge: { state, circuits } }: { readonly edge: Edge }) {
  const next = circuits
    .filter(({ isDead }) => !isDead)
    .flatMap(({ circuit }) => circuit.openUntil ?? [])
    .toSorted()[0];
  if (state === 'half-open') return <>probing now</>;
  if (state === 'isolated') return <span className="quiet">when a person closes it</span>;
  if (next === undefined) return <span className="quiet">–</span>;
  return (
    <>
      in <Until at={next} />
    </>
  );
}
