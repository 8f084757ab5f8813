import type { Change } from './change.ts';

const title = '# Changes that broke clients';

/** The log with an entry more, at its top. */
export function withEntry(log: string | undefined, entry: ChangelogEntry): string {
  const { day, reason, changes } = entry;
  const text = [`## ${day}`, '', reason, '', ...changes.map((change) => `- ${change.text}`)].join('\n');
  const earlier = (log ?? '').replace(title, '').trim();
  return `${[title, text, earlier].filter((part) => part !== '').join('\n\n')}\n`;
}

export interface ChangelogEntry {
  /** `2026-11-21`. */
  readonly day: string;
  /** Why it was worth it, and what clients are to do. */
  readonly reason: string;
  readonly changes: readonly Change[];
}
