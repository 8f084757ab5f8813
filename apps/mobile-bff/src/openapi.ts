import { openApiDocument } from '@bff/rest-pages';
import { routes } from './routes.ts';

/** What mobile-bff tells the world of itself: `/openapi.json`, `/docs`, and the types of the client. */
export const document = openApiDocument({
  title: 'Mobile BFF',
  version: '1.0.0',
  description: 'Slim pages for the phone app.',
  routes,
});
