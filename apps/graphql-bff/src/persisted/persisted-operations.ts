import type { ApolloServerOptions } from '@apollo/server';
import type { ValueCache } from '@bff/cache';
import type { GraphQLContext } from '../operation/operation.ts';
import type { GraphqlParameters } from '../server/read-request.ts';
import { readTrustedDocuments } from './trusted-documents.ts';
import { trustedOnly } from './trusted-only.ts';

/** Throws an HttpProblem for an operation that is not taken, before anything is parsed. */
export type Admission = (parameters: GraphqlParameters) => void;

/** How operations are known by their hash, and which are taken. */
export interface PersistedOperations {
  readonly options: NonNullable<ApolloServerOptions<GraphQLContext>['persistedQueries']>;
  readonly admit: Admission;
}

/** A day. A client whose operation was forgotten sends it once more. */
const KEPT_MS = 86_400_000;

/**
 * Longer texts are executed and not kept: comments count as no tokens, and an operation of 800 of them needs less. Otherwise
 * one client could push what sections keep out of the memory.
 */
const LONGEST_KEPT = 16_384;

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
          if (text.length <= LONGEST_KEPT) cache.write(keyOf(hash), text, KEPT_MS);
        },
        // Apollo never deletes one.
        async delete() {},
      },
    },
    admit: () => {},
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
    admit: trustedOnly(documents),
  };
}
