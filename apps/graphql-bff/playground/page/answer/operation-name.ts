import { Kind, parse } from 'graphql';

/**
 * The operation of a text that is to be run. GraphiQL learns of another name a moment after it was typed or its tab was
 * opened; until then `known` may be one that the text does not have.
 */
export function operationNameIn(query: string, known: string | null | undefined): string | undefined {
  try {
    const operations = parse(query, { noLocation: true }).definitions.filter(
      (each) => each.kind === Kind.OPERATION_DEFINITION,
    );
    const names = operations.map(({ name }) => name?.value);
    return names.length === 1 ? names[0] : (known ?? undefined);
  } catch {
    // The server says better what is wrong.
    return known ?? undefined;
  }
}
