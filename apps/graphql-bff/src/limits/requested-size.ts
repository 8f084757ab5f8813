import { type FieldNode, type GraphQLArgument, Kind, type OperationDefinitionNode, type ValueNode } from 'graphql';
import type { ListSize } from './list-size.ts';

/** The variables as the client sent them: not checked yet. */
export type GivenVariables = Readonly<Record<string, unknown>>;

/** How many items one operation asks for, with its variables. */
export class RequestedSizes {
  readonly #variables: GivenVariables;
  readonly #defaults: ReadonlyMap<string, ValueNode | undefined>;

  constructor({ variableDefinitions = [] }: OperationDefinitionNode, variables: GivenVariables) {
    this.#variables = variables;
    this.#defaults = new Map(
      variableDefinitions.map(({ variable, defaultValue }) => [variable.name.value, defaultValue]),
    );
  }

  /**
   * The largest of the slicing arguments that are given or have a default, or else the assumed size; undefined when neither
   * says anything. What is no whole number from 0 counts as not given: graphql-js refuses it later, with a better message.
   */
  of({ slicing, assumed }: ListSize, field: FieldNode): number | undefined {
    let largest: number | undefined;
    for (const argument of slicing) {
      const size = this.#argument(argument, field);
      if (isSize(size)) largest = Math.max(largest ?? 0, size);
    }
    return largest ?? assumed;
  }

  #argument({ name, defaultValue }: GraphQLArgument, field: FieldNode): unknown {
    const given = field.arguments?.find((argument) => argument.name.value === name)?.value;
    const value = given === undefined ? undefined : this.#value(given);
    return value === undefined ? defaultValue : value;
  }

  /** Undefined for a variable that has no value; null for one that is null. */
  #value(node: ValueNode): unknown {
    if (node.kind !== Kind.VARIABLE) return literal(node);
    const name = node.name.value;
    const given = Object.hasOwn(this.#variables, name) ? this.#variables[name] : undefined;
    if (given !== undefined) return given;
    const byDefault = this.#defaults.get(name);
    return byDefault && literal(byDefault);
  }
}

const isSize = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;

/** `50.0` and `5e1` are 50 to a scalar of our own, unlike to `Int`. */
const literal = (node: ValueNode): number | null =>
  node.kind === Kind.INT || node.kind === Kind.FLOAT ? Number(node.value) : null;
