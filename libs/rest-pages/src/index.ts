export { mountPages } from './mount-pages.ts';
export { observePages } from './observe-pages.ts';
export { type PageRoute, get } from './page-route.ts';
export type { PageCall, PageServing, ServingObserver } from './page-serving.ts';
