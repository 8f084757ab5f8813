export * from './payment.ts';
export * from './operations.ts';
