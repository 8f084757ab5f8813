import type { Change } from './change.ts';
import type { ComparedFile } from './compared-app.ts';
import { changeLines, differences } from './report.ts';

const changes: readonly Change[] = [
  { breaking: false, text: 'A was added' },
  { breaking: false, surprising: true, text: 'B may be more' },
  { breaking: true, text: 'C was removed' },
  { breaking: false, surprising: false, text: 'D was added' },
];

it('lists changes under what they do to clients, the worst first, and no title with nothing under it', () => {
  expect(changeLines(changes)).toEqual([
    '  breaks clients:',
    '    - C was removed',
    '  may surprise clients:',
    '    - B may be more',
    '  clients can bear:',
    '    - A was added',
    '    - D was added',
  ]);
  expect(changeLines([])).toEqual([]);
});

it('tells of the files that differ, with what changed under them', () => {
  const file = (name: string, difference?: string, its: readonly Change[] = []): ComparedFile => ({
    file: name,
    text: '',
    difference,
    changes: its,
  });
  const told = (...files: readonly ComparedFile[]) => differences({ name: 'shop-bff', changelogFile: 'x.md', files });
  expect(told(file('a.json'))).toBeUndefined();
  const changed = file('b.json', 'is not what the code gives', changes.slice(0, 1));
  expect(told(file('a.json'), changed, file('c.ts', 'is not there'))).toBe(
    'b.json is not what the code gives.\n  clients can bear:\n    - A was added\nc.ts is not there.',
  );
});
