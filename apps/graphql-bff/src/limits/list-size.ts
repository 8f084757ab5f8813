import { type GraphQLArgument, type GraphQLField, type GraphQLSchema, getDirectiveValues } from 'graphql';

/** What `@listSize` says of a field (src/schema/directives.graphql). */
export interface ListSize {
  /** The arguments that say how many items there are at most. */
  readonly slicing: readonly GraphQLArgument[];
  /** How many items there usually are, where no argument says so. */
  readonly assumed: number | undefined;
}

/** Undefined for a field without the directive. */
export function listSizeOf(field: GraphQLField<unknown, unknown>, schema: GraphQLSchema): ListSize | undefined {
  const directive = schema.getDirective('listSize');
  if (!directive || !field.astNode) return undefined;
  const values = getDirectiveValues(directive, field.astNode);
  if (!values) return undefined;
  const { slicingArguments, assumedSize } = values;
  const names = Array.isArray(slicingArguments) ? slicingArguments : [];
  return {
    slicing: field.args.filter(({ name }) => names.includes(name)),
    assumed: typeof assumedSize === 'number' ? assumedSize : undefined,
  };
}
