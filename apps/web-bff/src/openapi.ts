import { openApiDocument } from '@bff/rest-pages';
import { routes } from './routes.ts';

/** What web-bff tells the world of itself: `/openapi.json`, `/docs`, and the types of the client. */
export const document = openApiDocument({
  title: 'Web BFF',
  version: '1.0.0',
  description: 'Rich pages for the web shop: everything that a page needs in one call.',
  routes,
  etags: true,
});
