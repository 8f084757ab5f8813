export * from './user.ts';
export * from './token.ts';
export * from './operations.ts';
