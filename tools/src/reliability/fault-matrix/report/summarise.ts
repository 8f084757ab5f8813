import type { CellResult } from '../cell/cell-result.ts';
import type { Violation } from '../oracle/checks.ts';

/** The same thing seen in several answers. */
export interface Finding extends Violation {
  readonly times: number;
}

/** What a cell was found guilty of, each once, what was seen most often first. */
export function findingsOf({ violations }: Pick<CellResult, 'violations'>): readonly Finding[] {
  const found = Map.groupBy(violations, ({ check, where, expected }) => `${check} ${where} ${wordsOf(expected)}`);
  return [...found.values()]
    .flatMap((alike) => (alike[0] ? [{ ...alike[0], times: alike.length }] : []))
    .toSorted((one, other) => other.times - one.times);
}

/** Figures differ from answer to answer. */
const wordsOf = (text: string): string => text.replaceAll(/\d+/g, 'N');
