export * from './order.ts';
export * from './queries.ts';
export * from './spending.ts';
export * from './operations.ts';
