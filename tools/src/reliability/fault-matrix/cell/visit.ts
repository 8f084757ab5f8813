import type { LoadRequest } from '../../../load/load-request.ts';
import { type PageSpec, nameOf } from '../pages/page-spec.ts';
import type { Visitor } from '../visitors.ts';

/** One visitor's view of one page, over the length of a run. */
export interface Visit {
  readonly page: PageSpec;
  readonly request: LoadRequest;
  /** What it shows when all is well, as it was first seen so. */
  whole?: Readonly<Record<string, unknown>>;
  /** When it was last seen whole, on `performance.now()`. */
  wholeAtMs?: number;
}

export interface Tokens {
  readonly own: string;
  readonly support: string;
}

/** All pages for one visitor, in the order of the table. */
export function visitsOf(
  pages: readonly PageSpec[],
  visitor: Visitor,
  urlOf: (app: string) => string,
  tokens: Tokens,
): readonly Visit[] {
  return pages.map((page) => {
    const { path, body } = page.request(visitor);
    const headers = { authorization: `Bearer ${page.asSupport ? tokens.support : tokens.own}` };
    const request: LoadRequest = {
      name: nameOf(page),
      url: urlOf(page.app) + path,
      ...(body === undefined
        ? { headers }
        : { method: 'POST', body, headers: { ...headers, 'content-type': 'application/json' } }),
    };
    return { page, request };
  });
}
