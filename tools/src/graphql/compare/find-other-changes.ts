import type { GraphQLSchema } from 'graphql';
import type { Change } from '../../interface/change.ts';
import { type SchemaPart, partsOf } from '../schema-parts.ts';

/**
 * What graphql-js does not report: what came, what an answer is now surer of or a request freer in, what is deprecated,
 * and defaults and specifications that it does not compare. Some of what it does report is told too, word for word.
 */
export function findOtherChanges(before: GraphQLSchema, after: GraphQLSchema): readonly Change[] {
  const known = new Map(partsOf(before).map((part) => [part.where, part]));
  return partsOf(after).flatMap((part): readonly Change[] => {
    const old = known.get(part.where);
    if (old) return old.kind === part.kind ? compareParts(old, part) : [];
    return isNews(part, known) ? [allows(`${part.where} was added`)] : [];
  });
}

const allows = (text: string): Change => ({ breaking: false, text });
const surprises = (text: string): Change => ({ breaking: false, surprising: true, text });

/** The parts of a new type are told of with it; new arguments, input fields and enum values graphql-js tells of. */
const isNews = ({ kind, of }: SchemaPart, known: ReadonlyMap<string, SchemaPart>): boolean =>
  kind === 'type' || kind === 'directive' || (kind === 'field' && of !== undefined && known.has(of));

function compareParts(old: SchemaPart, now: SchemaPart): readonly Change[] {
  const { where, kind } = now;
  const changes: Change[] = [];
  if (old.type !== now.type) {
    const text = `${where} ${kind === 'argument' ? 'has changed' : 'changed'} type from ${old.type} to ${now.type}`;
    // What graphql-js has not told of as breaking breaks nobody; but of a directive's arguments it compares no types.
    changes.push(where.startsWith('@') ? { breaking: true, text } : allows(text));
  }
  if (old.defaultValue !== now.defaultValue) changes.push(surprises(`${where} ${changeOfDefault(old, now)}`));
  if (old.specifiedBy !== now.specifiedBy) {
    changes.push(
      surprises(`${where} is specified by ${now.specifiedBy ?? 'nothing'}, was by ${old.specifiedBy ?? 'nothing'}`),
    );
  }
  const [wasDeprecated, isDeprecated] = [
    typeof old.deprecationReason === 'string',
    typeof now.deprecationReason === 'string',
  ];
  if (isDeprecated && !wasDeprecated) changes.push(allows(`${where} is deprecated: ${now.deprecationReason}`));
  if (wasDeprecated && !isDeprecated) changes.push(allows(`${where} is no longer deprecated`));
  return changes;
}

function changeOfDefault({ defaultValue: old }: SchemaPart, { defaultValue: now }: SchemaPart): string {
  if (old === undefined) return `has a defaultValue: ${now}`;
  return now === undefined ? 'defaultValue was removed' : `has changed defaultValue from ${old} to ${now}`;
}
