import type { LightReply } from './light-connection.ts';

/** What a BFF with pages in REST says of its own answer. */
export function readBffReply(text: string): LightReply {
  if (text.includes('\r\nBFF-Complete: ?1')) return { kind: 'whole', code: undefined };
  return { kind: text.startsWith('200', 9) ? 'partial' : 'problem', code: codeIn(text) };
}

/** The first code in a problem, or of the sections of a page. */
export const codeIn = (text: string): string | undefined => /"code":"([A-Z_]+)"/.exec(text)?.[1];
