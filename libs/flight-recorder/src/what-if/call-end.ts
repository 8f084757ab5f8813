import { isAnswer, sectionCodes } from '@bff/errors';
import type { AttemptOutcome } from '@bff/resilience';

/**
 * How a recorded call ended. `cut-short`: it timed out before it had been given its attempt limit, as the time of its page
 * was over.
 */
export type CallEnd = AttemptOutcome | 'cut-short';

const ends: readonly CallEnd[] = ['ok', ...sectionCodes, 'aborted', 'outrun', 'cut-short'];
const numbers = new Map<string, number>(ends.map((end, number) => [end, number]));
const ABORTED = ends.indexOf('aborted');

/** A number that fits into a byte. What is not known says nothing, as `aborted` does. */
export const numberOfEnd = (end: string): number => numbers.get(end) ?? ABORTED;

export const endOfNumber = (number: number): CallEnd => ends[number] ?? 'aborted';

/** Whether a section can be made of it, or nobody wanted one any more. */
export const leavesNoGap = (end: CallEnd): boolean =>
  end === 'ok' || end === 'aborted' || end === 'outrun' || (end !== 'cut-short' && isAnswer(end));
