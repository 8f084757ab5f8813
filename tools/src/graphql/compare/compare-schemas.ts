import {
  DirectiveLocation,
  type GraphQLDirective,
  GraphQLSchema,
  findBreakingChanges,
  findDangerousChanges,
} from 'graphql';
import type { Change } from '../../interface/change.ts';
import { findOtherChanges } from './find-other-changes.ts';

/**
 * Every difference between two schemas that a client can notice. What breaks a client and what may
 * surprise it is what graphql-js finds; the rest is ours. Empty when the schemas differ in words only (descriptions,
 * directives that stand in the schema), or not at all.
 */
export function compareSchemas(before: GraphQLSchema, after: GraphQLSchema): readonly Change[] {
  const [old, now] = [asClientsSeeIt(before), asClientsSeeIt(after)];
  const found: readonly Change[] = [
    ...findBreakingChanges(old, now).map(({ description }) => ({ breaking: true, text: withoutStop(description) })),
    ...findDangerousChanges(old, now).map(({ description }) => ({
      breaking: false,
      surprising: true,
      text: withoutStop(description),
    })),
  ];
  const texts = new Set(found.map(({ text }) => text));
  return [...found, ...findOtherChanges(old, now).filter(({ text }) => !texts.has(text))];
}

const withoutStop = (sentence: string): string => sentence.replace(/\.$/, '');

/** Without the directives that no operation can use; to graphql-js their going would break clients too. */
const asClientsSeeIt = (schema: GraphQLSchema): GraphQLSchema =>
  new GraphQLSchema({ ...schema.toConfig(), directives: schema.getDirectives().filter(isForOperations) });

const operationLocations: ReadonlySet<string> = new Set([
  DirectiveLocation.QUERY,
  DirectiveLocation.MUTATION,
  DirectiveLocation.SUBSCRIPTION,
  DirectiveLocation.FIELD,
  DirectiveLocation.FRAGMENT_DEFINITION,
  DirectiveLocation.FRAGMENT_SPREAD,
  DirectiveLocation.INLINE_FRAGMENT,
  DirectiveLocation.VARIABLE_DEFINITION,
]);

const isForOperations = ({ locations }: GraphQLDirective): boolean =>
  locations.some((location) => operationLocations.has(location));
