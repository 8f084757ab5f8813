import type { components } from './generated/mobile.ts';

/** Why a section has no fresh value: the same closed list for every BFF. */
export type SectionCode = components['schemas']['SectionCode'];

/** The value, as it is now. */
export interface OkSection<Value> {
  readonly status: 'ok';
  readonly value: Value;
}

/** An older value, because there is no newer one to be had. */
export interface StaleSection<Value> {
  readonly status: 'stale';
  readonly value: Value;
  /** How long ago it was loaded. */
  readonly ageSeconds: number;
  /** Why there is no newer one. */
  readonly code: SectionCode;
}

/** There is no value. */
export interface FailedSection {
  readonly status: 'failed';
  readonly code: SectionCode;
  /** Whether the same request may succeed later with nothing changed. */
  readonly retryable: boolean;
  /** When to try again; always there when retryable. */
  readonly retryAfterMs?: number;
}

/** A section that its page is never answered without. */
export type RequiredSection<Value> = OkSection<Value> | StaleSection<Value>;

/**
 * A section that may be missing. There is no way to its value that does not first ask for the status, or go through
 * `valueOr`: code that ignores a failure does not compile.
 */
export type Section<Value> = RequiredSection<Value> | FailedSection;

/** The value, be it stale or not, or the fallback when there is none. */
export const valueOr = <Value, Fallback>(section: Section<Value>, fallback: Fallback): Value | Fallback =>
  section.status === 'failed' ? fallback : section.value;

/** Whether there is a value, be it stale or not. */
export const hasValue = <Value>(section: Section<Value>): section is RequiredSection<Value> =>
  section.status !== 'failed';

/** Whether the value is there as it is now. */
export const isFresh = <Value>(section: Section<Value>): section is OkSection<Value> => section.status === 'ok';
