import { replaceSection } from './document-section.ts';

const document = '# Figures\n\n<!-- begin soak -->\n\nold\n\n<!-- end soak -->\n\nmore\n';

it('replaces the figures of one scenario, and leaves the rest', () => {
  const replaced = replaceSection(document, 'soak', 'new\n');
  expect(replaced).toBe('# Figures\n\n<!-- begin soak -->\n\nnew\n\n<!-- end soak -->\n\nmore\n');
  expect(replaceSection(replaced, 'soak', 'old')).toBe(document);
});

it('says what is missing when there is no place for them', () => {
  expect(() => replaceSection(document, 'matrix', 'new')).toThrow('<!-- begin matrix -->');
});
