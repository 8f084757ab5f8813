import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, type OperationVariables } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { map } from 'rxjs';

/** How a section ended that is not as it should be. Its path is made of the names in the query: `order.payment`. */
export type SectionState =
  | { readonly status: 'stale'; readonly ageSeconds: number; readonly code: string }
  | {
      readonly status: 'failed';
      readonly code: string;
      readonly retryable: boolean;
      readonly retryAfterMs?: number;
    };

/** `extensions.bff` of an answer. */
interface Answered {
  readonly complete: boolean;
  readonly sections: Readonly<Record<string, SectionState>>;
}

/**
 * What was asked for, and for each section that is null or old why it is. A section that is null and not in `sections` is
 * really not there: a product that has left the catalogue.
 */
export interface Page<Data> extends Answered {
  readonly data: Data;
}

/** Apollo Client leaves the extensions of an answer out of its results, so a link takes them along. */
const takeAnswered = new ApolloLink((operation, forward) =>
  forward(operation).pipe(
    map((result) => {
      const bff: Answered | undefined = result.extensions?.['bff'];
      if (bff) operation.getContext()['answered']?.(bff);
      return result;
    }),
  ),
);

export interface BffClientOptions {
  /** `http://127.0.0.1:3003/graphql` */
  readonly uri: string;
  readonly token: string;
  /** More links before the one that sends, like that of persisted queries. */
  readonly links?: readonly ApolloLink[];
}

export const createBffClient = ({ uri, token, links = [] }: BffClientOptions): ApolloClient =>
  new ApolloClient({
    cache: new InMemoryCache({ typePolicies: { Product: { keyFields: ['sku'] }, Viewer: { keyFields: false } } }),
    link: ApolloLink.from([
      takeAnswered,
      ...links,
      new HttpLink({ uri, headers: { authorization: `Bearer ${token}` } }),
    ]),
  });

/**
 * Asks for a page.
 *
 * @throws what Apollo Client has for an answer without data: a refused query, a token that is over, no connection.
 */
export async function readPage<Data, Variables extends OperationVariables>(
  client: ApolloClient,
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Page<Data>> {
  let answered: Answered = { complete: false, sections: {} };
  const context = { answered: (told: Answered) => (answered = told) };
  const { data, error } = await client.query<Data, OperationVariables>({
    query,
    variables,
    context,
    fetchPolicy: 'network-only',
    // What is there is shown, whatever else has failed. With the default one error throws the whole page away.
    errorPolicy: 'all',
  });
  if (data === undefined || (error !== undefined && !CombinedGraphQLErrors.is(error))) {
    throw error ?? new Error('an answer without data');
  }
  return { data: data as Data, ...answered };
}
