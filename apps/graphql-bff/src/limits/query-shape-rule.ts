import type { Tunable } from '@bff/resilience';
import { Kind, type OperationDefinitionNode, type ValidationRule } from 'graphql';
import type { QueryLimits } from './query-limits.ts';
import { QueryRefused } from './query-refused.ts';
import { type QueryShape, ShapeOfDocument } from './query-shape.ts';

const limited = ['depth', 'aliases', 'rootFields', 'directives'] as const satisfies (keyof QueryShape)[];

/**
 * Reports each operation that is deeper, or has more aliases, root fields or directives, than is allowed. Made for Apollo's
 * `validationRules`: Apollo answers 500 when a rule throws, so nothing is thrown here, for no document.
 *
 * The limits are read at each validation. A document that was found valid is not validated again until they change
 * (`document-store.ts`).
 */
export const queryShapeRule =
  (limits: Tunable<QueryLimits>): ValidationRule =>
  (context) => ({
    // Before anything else is visited: validation is given up after a hundred errors, and this must be among them.
    Document({ definitions }) {
      const allowed = limits();
      const shapes = new ShapeOfDocument((name) => context.getFragment(name));
      for (const definition of definitions) {
        if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
        for (const refusal of refusalsOf(definition, shapes.of(definition), allowed)) context.reportError(refusal);
      }
    },
  });

const refusalsOf = (operation: OperationDefinitionNode, shape: QueryShape, allowed: QueryLimits): QueryRefused[] =>
  limited
    .filter((limit) => shape[limit] > allowed[limit])
    .map((limit) => new QueryRefused({ limit, allowed: allowed[limit], found: shape[limit] }, { nodes: operation }));
