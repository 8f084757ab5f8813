import { GraphQLError, type GraphQLErrorOptions } from 'graphql';
import type { QueryLimits } from './query-limits.ts';

export interface Excess {
  readonly limit: keyof QueryLimits;
  readonly allowed: number;
  /** Undefined for tokens: they are not counted further than the limit. */
  readonly found?: number;
}

const messages: Readonly<Record<keyof QueryLimits, (excess: Excess) => string>> = {
  tokens: ({ allowed }) => `The query has more tokens than the ${allowed} that are allowed.`,
  depth: ({ found, allowed }) => `The query is ${found} levels deep; at most ${allowed} are allowed.`,
  aliases: ({ found, allowed }) => `The query has ${found} aliases; at most ${allowed} are allowed.`,
  rootFields: ({ found, allowed }) => `The query has ${found} fields at its root; at most ${allowed} are allowed.`,
  directives: ({ found, allowed }) => `The query has ${found} directives; at most ${allowed} are allowed.`,
  cost: ({ found, allowed }) => `The query asks for about ${found} objects; at most ${allowed} are allowed.`,
};

/** The query asks for more than one of the limits allows. Nothing of it was executed. */
export class QueryRefused extends GraphQLError {
  override readonly name = 'QueryRefused';

  constructor(excess: Excess, where: Pick<GraphQLErrorOptions, 'nodes' | 'source' | 'positions'>) {
    super(messages[excess.limit](excess), { ...where, extensions: { code: 'QUERY_REFUSED', ...excess } });
  }
}
