import type { Money } from '@bff/contracts';

/** What a user ordered for in one month and one currency. */
export interface MonthlySpending {
  /** A calendar month in UTC: `2026-10`. */
  readonly month: string;
  readonly spent: Money;
  /** How many orders that is. */
  readonly orders: number;
}
