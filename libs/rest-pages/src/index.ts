export { type CompressionOptions, compressAnswers } from './compress.ts';
export { allowOrigins } from './cors.ts';
export { corsOrigins } from './cors-origins.ts';
export { mountDocuments } from './docs/mount-documents.ts';
export { mountPages } from './mount-pages.ts';
export { observePages } from './observe-pages.ts';
export { type PageRoute, type RouteAccess, get } from './page-route.ts';
export type { CallerContext, PageCall, PageServing, ServingObserver } from './page-serving.ts';
export { type OpenApiDocument, type OpenApiOptions, openApiDocument } from './openapi/openapi-document.ts';
