import type { PageRecord } from '@bff/observability';
import { PageMinute, type PageReport, showsTimes } from './page-minute.ts';
import { SectionMinute } from './section-minute.ts';
import { SLICES, sliceAt } from './slices.ts';

/** So many names of pages and, of all pages together, of sections are told apart. Apps declare a few dozen. */
export const MOST_PAGES = 32;
export const MOST_SECTIONS = 128;
/** What further ones are counted as. No name that is declared looks like this. */
export const OTHER = '(other)';
/** A longer name is one of the others. */
export const LONGEST_NAME = 64;

/** How pages and their sections ended in the last minute, and how long they took. At most 5.5 MiB, 1 MiB for an app with 30 sections. */
export class LastMinute {
  readonly #pages = new Map<string, PageMinute>();
  #sections = 0;
  /** The slice in which room for new names was looked for last. */
  #roomLookedFor = -1;

  /** Counts a page that has ended, with its sections. */
  add(record: PageRecord): void {
    if (!record.ended) return;
    const slice = sliceAt(record.startedAtMs + record.ended.durationMs);
    const page = this.#pageOf(record.page);
    page.add(slice, record, record.ended);
    if (!showsTimes(record.ended.outcome)) return;
    for (const section of record.sections) this.#sectionOf(page, section.section, slice).add(slice, section);
  }

  /** Of the minute before `nowMs`, by name. */
  report(nowMs: number): PageReport[] {
    const slice = sliceAt(nowMs);
    return [...this.#pages].toSorted(byName).map(([page, minute]) => minute.report(page, slice));
  }

  #pageOf(name: string): PageMinute {
    const known = this.#pages.get(name);
    if (known) return known;
    const isOther = name.length > LONGEST_NAME || this.#pages.size >= MOST_PAGES;
    return made(this.#pages, isOther ? OTHER : name, PageMinute);
  }

  #sectionOf(page: PageMinute, name: string, slice: number): SectionMinute {
    const known = page.sections.get(name);
    if (known) return known;
    if (name.length > LONGEST_NAME || !this.#hasRoom(slice)) return made(page.sections, OTHER, SectionMinute);
    this.#sections += 1;
    return made(page.sections, name, SectionMinute);
  }

  /** Whether one more section may have a name of its own. Those that were not heard of for a minute make room. */
  #hasRoom(slice: number): boolean {
    if (this.#sections >= MOST_SECTIONS && this.#roomLookedFor !== slice) {
      this.#roomLookedFor = slice;
      for (const { sections } of this.#pages.values()) {
        for (const [name, { newest }] of sections) {
          if (name !== OTHER && newest <= slice - SLICES && sections.delete(name)) this.#sections -= 1;
        }
      }
    }
    return this.#sections < MOST_SECTIONS;
  }
}

function made<T>(map: Map<string, T>, name: string, Kind: new () => T): T {
  const known = map.get(name);
  if (known) return known;
  const one = new Kind();
  map.set(name, one);
  return one;
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);
