import { type DocumentNode, type FragmentDefinitionNode, Kind } from 'graphql';

/** Undefined for a fragment that the document does not have, which graphql-js' own rules report. */
export type FindFragment = (name: string) => FragmentDefinitionNode | undefined | null;

/** Finds the fragments of a document as graphql-js does: the last of a name. */
export function fragmentsOf({ definitions }: DocumentNode): FindFragment {
  const byName = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) byName.set(definition.name.value, definition);
  }
  return (name) => byName.get(name);
}
