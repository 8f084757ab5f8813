export * from './item.ts';
export * from './queries.ts';
export * from './search.ts';
export * from './operations.ts';
