import type { SectionOutcome, Timings } from '@bff/aggregation';
import type { GraphQLResolveInfo } from 'graphql';
import { sectionPathOf } from './section-path.ts';
import { SectionRecord } from './section-record.ts';

type Path = GraphQLResolveInfo['path'];

/** How the sections of an operation ended, by their paths, in the order in which they were asked for. */
export class SectionRecords {
  readonly #records = new Map<string, SectionRecord>();

  /** Call it when a field is asked for, so that the order does not depend on which one is faster. */
  at(path: Path, nowMs: number): SectionRecord {
    const key = sectionPathOf(path);
    const record = this.#records.get(key) ?? new SectionRecord(nowMs);
    this.#records.set(key, record);
    return record;
  }

  get entries(): readonly (readonly [path: string, record: SectionRecord])[] {
    return [...this.#records];
  }

  get outcomes(): Readonly<Record<string, SectionOutcome<undefined>>> {
    return Object.fromEntries(this.entries.map(([path, { outcome }]) => [path, outcome]));
  }

  get timings(): Timings {
    return Object.fromEntries(this.entries.map(([path, { timing }]) => [path, timing]));
  }
}
