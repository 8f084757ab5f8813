import type { History } from '../../../src/wire/index.ts';
import { type Partial, addPartials, partialNow, shareOf } from '../model/partial.ts';
import type { Blamed } from '../model/section-services.ts';
import { hashOf } from '../place/place.ts';
import { share } from '../words/figures.ts';
import { listOf } from '../words/lists.ts';
import type { Trouble } from './trouble.ts';

/** Below this share of pages nobody is woken for it: it is on the page, and not in the headline. */
const NAMED_SHARE = 0.01;
const BAD_SHARE = 0.1;

interface PartialPage extends Partial {
  readonly app: string;
  readonly page: string;
}

/** What people see of it: `41 % of order pages are partial`. One trouble for all pages, or they would push the culprit down. */
export function pageTroubles(newest: History, blamed: Blamed): readonly Trouble[] {
  const pages = [...partialNow(newest)].map(([key, partial]): PartialPage => {
    const [app = '', page = ''] = key.split(' ', 2);
    return { app, page, ...partial };
  });
  const named = [...Map.groupBy(pages, ({ page }) => page)]
    .map(([page, ofPage]) => ({ page, ofPage, share: shareOf(addPartials(ofPage)) ?? 0 }))
    .filter((one) => one.share >= NAMED_SHARE)
    .toSorted((one, other) => other.share - one.share);
  const [worst] = named;
  if (worst === undefined) return [];
  const [worstPage] = worst.ofPage.toSorted((one, other) => (shareOf(other) ?? 0) - (shareOf(one) ?? 0));
  const culprits = new Set(worst.ofPage.flatMap(({ app, page }) => blamed.servicesOf(app, page).slice(0, 1)));
  return [
    {
      id: 'partial-pages',
      severity: worst.share >= BAD_SHARE ? 'bad' : 'warn',
      who: 'Pages',
      what: `${listOf(named.slice(0, 3).map((one) => `${share(one.share)} of ${one.page} pages`))} ${named.length > 3 ? 'and others ' : ''}are partial`,
      since: null,
      why: culprits.size > 0 ? `for want of ${listOf([...culprits])}` : '',
      place: worstPage ? hashOf('pages', worstPage.app, worstPage.page) : hashOf('pages'),
      rank: 5,
    },
  ];
}
