import { createRoot } from 'react-dom/client';
import { Feed } from './feed/feed.ts';
import { FeedContext } from './feed/use-known.ts';
import { OperatorProvider } from './operator/operator-provider.tsx';
import { Console } from './shell/console.tsx';
import { ThemeProvider } from './shell/theme-provider.tsx';

const page = document.querySelector('#page');
if (page === null) throw new Error('the page has no #page');

const feed = new Feed();
feed.open();
createRoot(page).render(
  <FeedContext value={feed}>
    <ThemeProvider>
      <OperatorProvider>
        <Console />
      </OperatorProvider>
    </ThemeProvider>
  </FeedContext>,
);
