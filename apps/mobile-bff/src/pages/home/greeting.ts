/** By the primary subtag of a BCP 47 tag. U+2068 and U+2069 isolate the name, so that a right-to-left one does not reorder the greeting. */
const greetings: ReadonlyMap<string, (name: string) => string> = new Map([
  ['en', (name) => `Hello, ${name}`],
  ['de', (name) => `Hallo, ${name}`],
  ['fr', (name) => `Bonjour, ${name}`],
  ['es', (name) => `Hola, ${name}`],
  ['it', (name) => `Ciao, ${name}`],
  ['nl', (name) => `Hallo, ${name}`],
  ['pt', (name) => `Olá, ${name}`],
  ['ja', (name) => `こんにちは、${name}さん`],
  ['zh', (name) => `你好，${name}`],
  ['ko', (name) => `안녕하세요, ${name}님`],
  ['ar', (name) => `مرحبًا، ${name}`],
  ['he', (name) => `שלום, ${name}`],
]);

const english = (name: string): string => `Hello, ${name}`;

/** A greeting in the user's language, in English where we have no words for it. */
export function greetingFor(name: string, language: string): string {
  const [primary = ''] = language.toLowerCase().split('-');
  return (greetings.get(primary) ?? english)(`\u2068${name}\u2069`);
}
