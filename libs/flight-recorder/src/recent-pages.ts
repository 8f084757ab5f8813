import type { PageRecord } from '@bff/observability';

/** How many are kept in all, and of one page, so that a page that always fails leaves room for the others. */
export const MOST_KEPT = 50;
export const MOST_OF_ONE = 20;

interface Kept {
  readonly record: PageRecord;
  /** Higher for what ended later. */
  readonly number: number;
}

/**
 * The last pages that were degraded or failed, as their records: attempts that end after their page are in them too.
 * When it is full, the oldest of the page makes room that has the most, so that a rare page's is still there in a storm.
 */
export class RecentPages {
  /** By page, the oldest first. None is empty. */
  readonly #kept = new Map<string, Kept[]>();
  #count = 0;
  #next = 0;

  add(record: PageRecord): void {
    const ofPage = this.#kept.get(record.page) ?? [];
    if (ofPage.length === 0) this.#kept.set(record.page, ofPage);
    ofPage.push({ record, number: this.#next });
    this.#next += 1;
    this.#count += 1;
    if (ofPage.length > MOST_OF_ONE) this.#dropOldest(ofPage);
    else if (this.#count > MOST_KEPT) this.#dropOldest(this.#fullest());
  }

  /** The newest first. */
  list(): PageRecord[] {
    const all = [...this.#kept.values()].flat();
    return all.toSorted((a, b) => b.number - a.number).map(({ record }) => record);
  }

  #dropOldest(ofPage: Kept[]): void {
    const dropped = ofPage.shift();
    this.#count -= 1;
    if (dropped && ofPage.length === 0) this.#kept.delete(dropped.record.page);
  }

  /** Of those that have equally many, the one whose oldest is the oldest. */
  #fullest(): Kept[] {
    const oldest = (kept: Kept[]): number => kept[0]?.number ?? 0;
    return [...this.#kept.values()].reduce((a, b) => {
      if (a.length !== b.length) return a.length > b.length ? a : b;
      return oldest(a) < oldest(b) ? a : b;
    });
  }
}
