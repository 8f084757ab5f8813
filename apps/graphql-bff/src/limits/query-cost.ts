import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
  isCompositeType,
  isUnionType,
} from 'graphql';
import { returnsOf } from './field-returns.ts';
import type { FindFragment } from './fragments.ts';
import { type GivenVariables, RequestedSizes } from './requested-size.ts';

/** How long a list is taken to be when nothing says so: as long as the longest that the schema assumes. */
export const unmarkedListSize = 5;

/** Keeps products of absurd sizes from becoming `Infinity`, which times 0 would be no number at all. */
const most = Number.MAX_SAFE_INTEGER;

export interface CostSource {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly findFragment: FindFragment;
  readonly variables: GivenVariables;
}

/** About how many objects the answer to an operation has, at most. @see QueryCost */
export const costOf = (source: CostSource): number => new QueryCost(source).total();

/**
 * Objects cost 1 each, lists of them their size times what an item costs, scalars and enums nothing.
 *
 * A list is as long as its own `@listSize` says; without one as that of the object that it is in (`nodes` and `edges` of a
 * connection, whose field takes `first`); without either `unmarkedListSize`.
 *
 * With lists of these sizes no execution makes more: what `@skip` or `@include` may leave out counts, what is asked for
 * twice counts twice, and so do fragments of which only one can apply.
 *
 * Each fragment is counted once for each size around it, so the time is about in proportion to the document. Unknown fields,
 * types and fragments cost nothing, nor does a fragment within itself: graphql-js' own rules report them.
 */
class QueryCost {
  readonly #schema: GraphQLSchema;
  readonly #operation: OperationDefinitionNode;
  readonly #findFragment: FindFragment;
  readonly #sizes: RequestedSizes;
  readonly #fragments = new Map<string, number>();

  constructor({ schema, operation, findFragment, variables }: CostSource) {
    this.#schema = schema;
    this.#operation = operation;
    this.#findFragment = findFragment;
    this.#sizes = new RequestedSizes(operation, variables);
  }

  total(): number {
    const { operation, selectionSet } = this.#operation;
    const root = this.#schema.getRootType(operation);
    return root ? this.#selections(selectionSet, root, undefined) : 0;
  }

  /** `around`: the size that lists directly in here have, if they have none of their own. */
  #selections({ selections }: SelectionSetNode, type: GraphQLCompositeType, around: number | undefined): number {
    let total = 0;
    for (const selection of selections) total += this.#selection(selection, type, around);
    return Math.min(most, total);
  }

  #selection(selection: SelectionNode, type: GraphQLCompositeType, around: number | undefined): number {
    if (selection.kind === Kind.FIELD) return this.#field(selection, type, around);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.#fragment(selection.name.value, around);
    const { typeCondition, selectionSet } = selection;
    const inside = typeCondition ? this.#schema.getType(typeCondition.name.value) : type;
    return isCompositeType(inside) ? this.#selections(selectionSet, inside, around) : 0;
  }

  #field(node: FieldNode, type: GraphQLCompositeType, around: number | undefined): number {
    const field = this.#definition(node.name.value, type);
    if (!field || !node.selectionSet) return 0;
    const { objects, lists, size } = returnsOf(field, this.#schema);
    if (!objects) return 0;
    const own = size && this.#sizes.of(size, node);
    if (lists === 0) return 1 + this.#selections(node.selectionSet, objects, own);
    const items = (own ?? around ?? unmarkedListSize) * unmarkedListSize ** (lists - 1);
    return items * (1 + this.#selections(node.selectionSet, objects, undefined));
  }

  #fragment(name: string, around: number | undefined): number {
    const key = `${name} ${around}`;
    const known = this.#fragments.get(key);
    if (known !== undefined) return known;
    this.#fragments.set(key, 0);
    const fragment = this.#findFragment(name);
    if (!fragment) return 0;
    const type = this.#schema.getType(fragment.typeCondition.name.value);
    if (!isCompositeType(type)) return 0;
    const cost = this.#selections(fragment.selectionSet, type, around);
    this.#fragments.set(key, cost);
    return cost;
  }

  #definition(name: string, type: GraphQLCompositeType): GraphQLField<unknown, unknown> | undefined {
    if (name.startsWith('__') && type === this.#schema.getQueryType()) {
      return [SchemaMetaFieldDef, TypeMetaFieldDef].find((field) => field.name === name);
    }
    return isUnionType(type) ? undefined : type.getFields()[name];
  }
}
