import type { Attempt } from '../src/index.ts';
import { answersAfter, type LimitChanges, policyFixture } from './policy-fixture.ts';

/** How long the usual answer takes. A hedge goes out after this and up to 1 % more. */
export const USUAL_MS = 20;

/** One service's policies with hedging on, which know after 50 calls of `USUAL_MS` what is late. */
export async function hedgingFixture({ hedge, ...changes }: LimitChanges = {}) {
  const on = (more: LimitChanges['hedge'] = hedge) => ({
    ...changes,
    hedge: { enabled: true, minimumCalls: 20, ratio: 0.1, ...more },
  });
  const fixture = policyFixture({ retries: 0, ...on() });
  const { clock, read } = fixture;
  const warmUp = async (calls = 50): Promise<void> => {
    const reads = Array.from({ length: calls }, () => read(answersAfter(clock, USUAL_MS, 'usual')));
    await clock.advanceBy(USUAL_MS);
    await Promise.all(reads.map(({ done }) => done));
    fixture.events.length = 0;
  };
  await warmUp();
  return { ...fixture, warmUp, on };
}

/** An attempt function that plays one of `plays` for each attempt, and keeps what each was given. */
export function legs<T>(...plays: (() => Promise<T>)[]) {
  const given: Attempt[] = [];
  const attempt = (one: Attempt): Promise<T> => {
    const play = plays[given.push(one) - 1];
    if (!play) throw new Error(`attempt ${given.length} was not expected`);
    return play();
  };
  return { attempt, given, reasons: () => given.map(({ signal }): unknown => signal.reason) };
}
