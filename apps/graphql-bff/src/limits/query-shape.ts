import { Kind, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode } from 'graphql';
import type { FindFragment } from './fragments.ts';

/** What can be told of an operation from its document alone. */
export interface QueryShape {
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
}

const nothing: QueryShape = { depth: 0, aliases: 0, rootFields: 0, directives: 0 };

/** Fragments that spread others several times make counts that double with each of them; an error says no more than this. */
const most = Number.MAX_SAFE_INTEGER;

/**
 * Measures the operations of one document. Each fragment is measured once, however often it is spread, so the time is in
 * proportion to the document. A fragment within itself counts nothing there: graphql-js' own rules report the cycle.
 */
export class ShapeOfDocument {
  readonly #findFragment: FindFragment;
  readonly #fragments = new Map<string, QueryShape>();

  constructor(findFragment: FindFragment) {
    this.#findFragment = findFragment;
  }

  of({ selectionSet, directives = [], variableDefinitions = [] }: OperationDefinitionNode): QueryShape {
    const shape = this.#selections(selectionSet);
    const own = variableDefinitions.reduce((sum, variable) => sum + sizeOf(variable.directives), sizeOf(directives));
    return { ...shape, directives: shape.directives + own };
  }

  /** Its fields are root fields as far as it is concerned. */
  #selections(selectionSet: SelectionSetNode | undefined): QueryShape {
    const total = { ...nothing };
    for (const selection of selectionSet?.selections ?? []) {
      const { depth, aliases, rootFields, directives } = this.#selection(selection);
      total.depth = Math.max(total.depth, depth);
      total.aliases = Math.min(most, total.aliases + aliases);
      total.rootFields = Math.min(most, total.rootFields + rootFields);
      total.directives = Math.min(most, total.directives + directives + sizeOf(selection.directives));
    }
    return total;
  }

  #selection(selection: SelectionNode): QueryShape {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.#fragment(selection.name.value);
    const inside = this.#selections(selection.selectionSet);
    if (selection.kind === Kind.INLINE_FRAGMENT) return inside;
    const { depth, aliases, directives } = inside;
    return { depth: depth + 1, aliases: aliases + (selection.alias ? 1 : 0), rootFields: 1, directives };
  }

  #fragment(name: string): QueryShape {
    const known = this.#fragments.get(name);
    if (known) return known;
    this.#fragments.set(name, nothing);
    const fragment = this.#findFragment(name);
    if (!fragment) return nothing;
    const inside = this.#selections(fragment.selectionSet);
    const shape = { ...inside, directives: inside.directives + sizeOf(fragment.directives) };
    this.#fragments.set(name, shape);
    return shape;
  }
}

const sizeOf = (nodes: readonly unknown[] | undefined): number => nodes?.length ?? 0;
