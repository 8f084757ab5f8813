import { withEntry } from './changelog.ts';

const changes = [{ breaking: true, text: 'Money.amount: was removed' }];

it('begins with a title, and has the newest entry at the top', () => {
  const first = withEntry(undefined, { day: '2026-01-02', reason: 'Why not.', changes });
  expect(first).toBe('# Changes that broke clients\n\n## 2026-01-02\n\nWhy not.\n\n- Money.amount: was removed\n');
  const second = withEntry(first, { day: '2026-03-04', reason: 'Again.', changes });
  expect(second.match(/^#.*$/gm)).toEqual(['# Changes that broke clients', '## 2026-03-04', '## 2026-01-02']);
});
