import { useMemo } from 'react';
import { useKnown } from '../feed/use-known.ts';
import { addPartials, partialNow, shareOf } from '../model/partial.ts';
import { Icon } from '../parts/icon.tsx';
import { share } from '../words/figures.ts';

/** More would push the name out of the box. */
const MOST_PAGES = 2;

/** The share of an app's pages of the last seconds that were not whole, and which they are. */
export function PartialShare({ app }: { readonly app: string }) {
  const newest = useKnown(({ state }) => state?.newest);
  const { value, worst } = useMemo(() => {
    const pages = [...(newest ? partialNow(newest) : [])]
      .filter(([key]) => key.startsWith(`${app} `))
      .map(([key, partial]) => ({ page: key.slice(app.length + 1), partial, of: shareOf(partial) ?? 0 }));
    return {
      value: shareOf(addPartials(pages.map(({ partial }) => partial))),
      worst: pages.filter(({ of }) => of >= 0.01).toSorted((one, other) => other.of - one.of),
    };
  }, [newest, app]);
  if (value === null) return <span className="partial-share is-none">no pages asked for</span>;
  const look = value < 0.01 ? 'good' : value < 0.1 ? 'warn' : 'bad';
  return (
    <>
      <span className={`partial-share is-${look}`}>
        <Icon name={look} /> {share(value)} of pages partial
      </span>
      {worst.length > 0 && (
        <span className="partial-pages">
          {worst.slice(0, MOST_PAGES).map(({ page, of }) => (
            <span key={page}>
              {page} <span>{share(of)}</span>
            </span>
          ))}
        </span>
      )}
    </>
  );
}
