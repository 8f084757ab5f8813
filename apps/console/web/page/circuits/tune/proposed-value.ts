import type { Knob } from '../../../../src/wire/index.ts';

/** What somebody typed for a knob, or why it is no value for it. The BFF has the last word. */
export type Proposed = { readonly value: number | boolean | string } | { readonly reason: string };

/** Whether this page can offer a field for it: lists and the like are edited in the file. */
export const isSimple = (knob: Knob): boolean =>
  ['number', 'boolean', 'string'].includes(typeof (knob.value ?? knob.default));

export function proposedValue(knob: Knob, typed: string): Proposed {
  const text = typed.trim();
  if (text === '') return { reason: 'a value is needed' };
  const kind = typeof (knob.value ?? knob.default);
  if (kind === 'boolean')
    return text === 'true' || text === 'false' ? { value: text === 'true' } : { reason: 'true or false' };
  if (kind === 'string') return { value: text };
  const number = Number(text);
  return Number.isFinite(number) ? { value: number } : { reason: 'must be a number, with a point for decimals' };
}

/** The patch (RFC 7396) that gives a knob a value; null takes it back to its default. */
export function patchOf(path: string, value: unknown): unknown {
  return path.split('.').reduceRight((inner: unknown, key) => ({ [key]: inner }), value);
}
