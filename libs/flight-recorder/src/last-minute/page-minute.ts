import type { PageOutcome, PageRecord } from '@bff/observability';
import { type Quantiles, Durations } from './durations.ts';
import type { SectionMinute, SectionReport } from './section-minute.ts';
import { SLICES, Slices } from './slices.ts';

/** One page in the last minute. */
export interface PageReport {
  readonly page: string;
  /** What the last one was given. */
  readonly budgetMs: number;
  readonly outcomes: Readonly<Record<PageOutcome, number>>;
  /** Of complete, degraded and failed ones. */
  readonly durationMs: Quantiles;
  readonly sections: readonly SectionReport[];
}

const outcomes = ['complete', 'degraded', 'failed', 'refused', 'aborted'] as const satisfies readonly PageOutcome[];

/** What is remembered of one page, besides its sections: 16 KiB. */
export class PageMinute {
  readonly sections = new Map<string, SectionMinute>();
  readonly #outcomes = new Uint32Array(SLICES * outcomes.length);
  readonly #durations = new Durations();
  readonly #slices = new Slices((slot) => this.#clear(slot));
  #budgetMs = 0;

  add(slice: number, { budgetMs }: PageRecord, { outcome, durationMs }: NonNullable<PageRecord['ended']>): void {
    const slot = this.#slices.slotFor(slice);
    if (slot === undefined) return;
    const at = slot * outcomes.length + outcomes.indexOf(outcome);
    this.#outcomes[at] = (this.#outcomes[at] ?? 0) + 1;
    this.#budgetMs = budgetMs;
    if (showsTimes(outcome)) this.#durations.add(slot, durationMs);
  }

  report(page: string, slice: number): PageReport {
    const slots = this.#slices.slotsUntil(slice);
    const count = (outcome: PageOutcome): number =>
      slots.reduce(
        (total, slot) => total + (this.#outcomes[slot * outcomes.length + outcomes.indexOf(outcome)] ?? 0),
        0,
      );
    return {
      page,
      budgetMs: this.#budgetMs,
      outcomes: {
        complete: count('complete'),
        degraded: count('degraded'),
        failed: count('failed'),
        refused: count('refused'),
        aborted: count('aborted'),
      },
      durationMs: this.#durations.quantiles(slots),
      sections: [...this.sections].map(([section, minute]) => minute.report(section, slice)),
    };
  }

  #clear(slot: number): void {
    this.#outcomes.fill(0, slot * outcomes.length, (slot + 1) * outcomes.length);
    this.#durations.clear(slot);
  }
}

/** A page that was refused, or whose client left, ended when that was known: how long it took says nothing of pages. */
export const showsTimes = (outcome: PageOutcome): boolean => outcome !== 'refused' && outcome !== 'aborted';
