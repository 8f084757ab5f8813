import { useContext } from 'react';
import { FeedContext, useKnown } from '../feed/use-known.ts';
import { Icon } from '../parts/icon.tsx';

/** What stands on the page before anything is known. */
export function FirstFrame() {
  const feed = useContext(FeedContext);
  const isLost = useKnown(({ link }) => link === 'lost');
  return (
    <main className="first-frame" role="status">
      {isLost ? (
        <>
          <p>
            <Icon name="bad" /> The console does not answer. Trying again each second.
          </p>
          <button type="button" onClick={feed.retry}>
            Try now
          </button>
        </>
      ) : (
        <p>
          <span className="waiting" aria-hidden="true" /> Asking the console what it sees …
        </p>
      )}
    </main>
  );
}
