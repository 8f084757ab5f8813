import type { Column } from '../columns.ts';
import type { Violation } from '../oracle/checks.ts';
import type { Bff } from '../pages/page-spec.ts';
import type { Row } from '../rows.ts';

/** One row in one column. */
export interface Cell {
  readonly row: Row;
  readonly column: Column;
}

export const titleOf = ({ row, column }: Cell): string => `${row.name} × ${column.name}`;

export interface CellResult {
  readonly cell: Cell;
  readonly violations: readonly Violation[];
  /** While the fault was on: how many answers, and the slowest of each BFF. */
  readonly answers: number;
  readonly slowestMs: Readonly<Partial<Record<Bff, number>>>;
  /** The most calls to one service for each that pages asked for. */
  readonly callRatio: number;
  /** From the end of the fault until the last answer that was not whole. */
  readonly recoveredMs: number;
  /** How often each code was told while the fault was on. */
  readonly codes: Readonly<Record<string, number>>;
  /** Time that the processes waited for a CPU, for each that they ran. */
  readonly waitingShare: number;
  /** How often it was run: again only when the machine was too busy for its clocks to mean anything. */
  readonly tries: number;
  /** What the earlier tries found. */
  readonly discarded: readonly Violation[];
}
