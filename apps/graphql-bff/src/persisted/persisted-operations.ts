import type { ApolloServerOptions, ApolloServerPlugin } from '@apollo/server';
import type { ValueCache } from '@bff/cache';
import type { GraphQLContext } from '../operation/operation.ts';
import { readTrustedDocuments } from './trusted-documents.ts';
import { trustedOnly } from './trusted-only.ts';

/** How operations are known by their hash, and which are taken. */
export interface PersistedOperations {
  readonly options: NonNullable<ApolloServerOptions<GraphQLContext>['persistedQueries']>;
  readonly plugins: readonly ApolloServerPlugin<GraphQLContext>[];
}

/** A day. A client whose operation was forgotten sends it once more. */
const KEPT_MS = 86_400_000;

/**
 * Automatic persisted queries: a client sends the SHA-256 of an operation, and the text only when it is not known. Texts
 * are kept in the cache, so that replicas share them where there is a Redis.
 */
export function automatic(cache: ValueCache): PersistedOperations {
  const keyOf = (hash: string) => ['persisted-operation', hash];
  return {
    options: {
      cache: {
        get: (hash) => cache.read<string>(keyOf(hash)),
        async set(hash, text) {
          cache.write(keyOf(hash), text, KEPT_MS);
        },
        // Apollo never deletes one.
        async delete() {},
      },
    },
    plugins: [],
  };
}

/**
 * Trusted documents: the operations of a manifest, by their hash or their whole text, and no others.
 *
 * @throws ConfigError for a manifest that cannot be used
 */
export function trusted(file: string): PersistedOperations {
  const documents = readTrustedDocuments(file);
  return {
    options: {
      cache: {
        get: async (prefixed) => documents.get(prefixed.replace(/^apq:/, '')),
        // Only who writes the manifest adds to it.
        async set() {},
        async delete() {},
      },
    },
    plugins: [trustedOnly(documents)],
  };
}
