import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../running/running-command.ts';
import { columns } from '../columns.ts';
import { checkNames } from '../oracle/checks.ts';
import { rows } from '../rows.ts';
import { proofs } from './proofs.ts';
import { edited } from './tree-copy.ts';

it('has a proof for every check', () => {
  expect([...new Set(proofs.map(({ check }) => check))].toSorted()).toEqual(checkNames.toSorted());
});

it.each(proofs.map((proof) => [`${proof.check}, without: ${proof.removed}`, proof] as const))(
  'still fits the sources: %s',
  (_name, { edits, rows: ofRows, columns: ofColumns }) => {
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining([...ofRows]));
    expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining([...ofColumns]));
    const texts = new Map<string, string>();
    for (const edit of edits) {
      const before = texts.get(edit.file) ?? readFileSync(path.join(root, edit.file), 'utf8');
      const after = edited(before, edit);
      expect(after).not.toBe(before);
      texts.set(edit.file, after);
    }
  },
);

it('refuses a text that is not there, or more than once', () => {
  const edit = { file: 'a.ts', find: 'one', replace: 'two' };
  expect(edited('one more', edit)).toBe('two more');
  expect(() => edited('none', { ...edit, find: 'zero' })).toThrow('a.ts has this 0 times instead of once: zero');
  expect(() => edited('one, one', edit)).toThrow('2 times');
});
