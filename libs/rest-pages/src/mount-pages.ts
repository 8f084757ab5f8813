import type { Router } from 'express';
import { answerPage } from './answer-page.ts';
import type { PageRoute } from './page-route.ts';
import type { CallerContext, PageServing } from './page-serving.ts';

/** Serves each page at its path. */
export function mountPages<Sources, Context extends CallerContext>(
  router: Router,
  routes: readonly PageRoute<Sources, Context>[],
  serving: PageServing<Sources, Context>,
): void {
  for (const route of routes) {
    router.get(route.path, (req, res) => answerPage(route, serving, req, res));
  }
}
