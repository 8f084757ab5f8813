import { parseTargets } from './parse-targets.ts';
import type { Target } from './target.ts';

/** The admin ports that `npm start` gives the apps. */
export const defaultTargets: readonly Target[] = parseTargets(
  [
    'mobile-bff=http://127.0.0.1:9001',
    'web-bff=http://127.0.0.1:9002',
    'graphql-bff=http://127.0.0.1:9003',
    'order-service=http://127.0.0.1:9101',
    'user-service=http://127.0.0.1:9102',
    'payment-service=http://127.0.0.1:9103',
    'inventory-service=http://127.0.0.1:9104',
  ].join(),
).targets;
