import { isDeepStrictEqual } from 'node:util';
import type { ApolloServerOptions } from '@apollo/server';
import type { Tunable } from '@bff/resilience';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { QueryLimits } from '../limits/query-limits.ts';
import type { GraphQLContext } from '../operation/operation.ts';

/** As much as Apollo's own store, which this takes the place of. */
const maxBytes = 30 * 1024 * 1024;

/**
 * Keeps documents that were parsed and validated, in memory, so that an operation that was seen before is neither again.
 * What was valid under other limits is forgotten: a limit that is lowered while the process runs holds for every document.
 */
export function documentStore(
  limits: Tunable<QueryLimits>,
): NonNullable<ApolloServerOptions<GraphQLContext>['documentStore']> {
  let validUnder = limits();
  const kept = new LRUCache<string, DocumentNode>({
    maxSize: maxBytes,
    sizeCalculation: (document) => Buffer.byteLength(JSON.stringify(document)),
  });
  const forgetIfLimitsChanged = (): void => {
    const now = limits();
    if (now === validUnder) return;
    // A reload makes new objects of what has not changed, too.
    if (!isDeepStrictEqual(now, validUnder)) kept.clear();
    validUnder = now;
  };
  return {
    async get(key) {
      forgetIfLimitsChanged();
      return kept.get(key);
    },
    async set(key, document) {
      forgetIfLimitsChanged();
      kept.set(key, document);
    },
    async delete(key) {
      return kept.delete(key);
    },
  };
}
