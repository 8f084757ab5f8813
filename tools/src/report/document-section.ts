const begin = (name: string): string => `<!-- begin ${name} -->`;
const end = (name: string): string => `<!-- end ${name} -->`;

/**
 * Puts a scenario's figures into the document, in place of those of an earlier run.
 * @throws {Error} when the document has no place for them: two comments, `begin` and `end` with the scenario's name
 */
export function replaceSection(document: string, name: string, markdown: string): string {
  const from = document.indexOf(begin(name));
  const to = document.indexOf(end(name));
  if (from === -1 || to < from) throw new Error(`the document has no section between ${begin(name)} and ${end(name)}`);
  return `${document.slice(0, from)}${begin(name)}\n\n${markdown.trim()}\n\n${document.slice(to)}`;
}
