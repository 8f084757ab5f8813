export * from './order.ts';
export * from './queries.ts';
export * from './operations.ts';
