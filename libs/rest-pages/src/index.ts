export { mountDocuments } from './docs/mount-documents.ts';
export { mountPages } from './mount-pages.ts';
export { type PageRoute, type RouteAccess, get } from './page-route.ts';
export type { CallerContext, PageServing } from './page-serving.ts';
export { type OpenApiDocument, type OpenApiOptions, openApiDocument } from './openapi/openapi-document.ts';
