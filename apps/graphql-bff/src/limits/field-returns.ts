import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
} from 'graphql';
import { type ListSize, listSizeOf } from './list-size.ts';

/** What a field gives back, as far as its cost depends on it. */
export interface FieldReturns {
  /** Undefined for scalars and enums, which cost nothing. */
  readonly objects: GraphQLCompositeType | undefined;
  /** 0 for one object, 1 for a list of them, 2 for a list of lists. */
  readonly lists: number;
  readonly size: ListSize | undefined;
}

const known = new WeakMap<GraphQLField<unknown, unknown>, FieldReturns>();

/** Found out once a field, since it never changes: nearly all of the time that a cost takes would go into this. */
export function returnsOf(field: GraphQLField<unknown, unknown>, schema: GraphQLSchema): FieldReturns {
  const before = known.get(field);
  if (before) return before;
  const named = getNamedType(field.type);
  const returns = {
    objects: isCompositeType(named) ? named : undefined,
    lists: listsIn(field.type),
    size: listSizeOf(field, schema),
  };
  known.set(field, returns);
  return returns;
}

function listsIn(type: GraphQLField<unknown, unknown>['type']): number {
  const nullable = getNullableType(type);
  return isListType(nullable) ? 1 + listsIn(nullable.ofType) : 0;
}
