import { createRoot } from 'react-dom/client';
import { askForToken } from './ask-for-token.ts';
import { provideMonacoWorkers } from './monaco-workers.ts';
import { Playground } from './playground.tsx';

const page = document.querySelector<HTMLElement>('#page');
if (page === null) throw new Error('the page has no #page');

provideMonacoWorkers();
createRoot(page).render(<Playground token={await askForToken(page.dataset['token'])} />);
