import { useContext } from 'react';
import { FeedContext, useKnown } from '../feed/use-known.ts';
import { Icon } from '../parts/icon.tsx';
import { clockTime } from '../words/durations.ts';

/** Says that what is on the page is from before, while the line to the console is lost. */
export function LinkBanner() {
  const feed = useContext(FeedContext);
  const isLost = useKnown(({ link }) => link === 'lost');
  const at = useKnown(({ state }) => state?.at ?? '');
  return (
    <div role="status" className="link-news">
      {isLost && (
        <div className="link-banner">
          <Icon name="bad" />
          <p>
            <strong>Connection to the console lost, trying again.</strong> All below is as of {clockTime(at)}.
          </p>
          <button type="button" onClick={feed.retry}>
            Try now
          </button>
        </div>
      )}
    </div>
  );
}
