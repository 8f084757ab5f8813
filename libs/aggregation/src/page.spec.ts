import { z } from 'zod';
import type { PageResult } from './page-result.ts';
import { type PageDefinition, pagesOver } from './page.ts';
import { view } from './view.ts';

const page = pagesOver<{ readonly name: () => Promise<string> }, { readonly caller: string }>();
const text = view(z.string(), (value: string) => value);
const section = { load: ({ name }: { name: () => Promise<string> }) => name(), view: text };

describe('a page definition', () => {
  it('refuses a section that is declared twice', () => {
    expect(() => page('p').optional('a', section).optional('a', section)).toThrow(
      'page p: section a is declared twice',
    );
  });

  it('refuses a section that bears the name of a parameter', () => {
    expect(() => page('p', { query: { limit: z.string() } }).optional('limit', section)).toThrow(
      'is the name of a parameter',
    );
  });

  it.each(['Order', 'pay-ment', '1st', ''])('refuses a key that is no camelCase word: %p', (key) => {
    expect(() => page('p').optional(key, section)).toThrow('is not a camelCase word');
  });

  it('is immutable: adding a section leaves the page it was added to alone', () => {
    const base = page('p').optional('a', section);
    base.optional('b', section);
    expect(base.sections.map(({ key }) => key)).toEqual(['a']);
  });

  it('does not let a section need one that is not declared before it', () => {
    // @ts-expect-error `later` is no section of this page
    expect(() => page('p').optional('a', { ...section, needs: ['later'] })).toThrow(
      'needs later, which is not declared',
    );
  });
});

describe('the types', () => {
  const whole = page('p').required('a', section);
  type Sections = typeof whole extends PageDefinition<infer _S, infer _C, infer _P, infer T> ? T : never;

  it('do not give a value away before its status was asked for', () => {
    const read = (result: Extract<PageResult<Sections>, { kind: 'answered' }>): string => {
      // @ts-expect-error a failed section has no value
      void result.outcomes.a.value;
      return result.outcomes.a.status === 'failed' ? result.outcomes.a.failure.code : result.outcomes.a.value;
    };
    const value = { status: 'ok', value: 'x' } as const;
    expect(read({ kind: 'answered', outcomes: { a: value }, timings: {} })).toBe('x');
  });

  it('do not let a view take something other than what is loaded', () => {
    const wrong = view(z.number(), (value: number) => value);
    // @ts-expect-error a string is loaded
    expect(page('p').optional('a', { load: ({ name }) => name(), view: wrong }).sections).toHaveLength(1);
  });
});
