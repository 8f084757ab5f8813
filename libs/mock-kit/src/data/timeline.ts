import { orderCount } from './data-set-size.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * "Now" of the generated data: nothing happened after it. Fixed, because data that moved with the wall clock would differ
 * between two starts and between two processes that started on either side of midnight.
 */
export const epochMs = Date.UTC(2026, 10, 1);

/** Orders were placed over this long before the epoch. */
const orderSpanDays = 3 * 365;

/** When the first order was placed. Users with orders signed up before it. */
export const firstOrderMs = epochMs - orderSpanDays * dayMs;

const orderStepMs = (epochMs - firstOrderMs) / orderCount;

/** Orders are placed in the order of their ids. `jitter` is from 0 up to 1 and moves an order within its own slot. */
export const placedAtMs = (index: number, jitter: number): number =>
  Math.floor(firstOrderMs + (index - 1 + jitter * 0.9) * orderStepMs);

/** ISO 8601, UTC, to the second; never after the epoch. */
export const instant = (ms: number): string => new Date(Math.floor(Math.min(ms, epochMs) / 1000) * 1000).toISOString();

/** Days as milliseconds. */
export const days = (count: number): number => count * dayMs;

/** Hours as milliseconds. */
export const hours = (count: number): number => count * hourMs;
