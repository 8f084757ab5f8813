import type { Invariant } from '../invariant.ts';
import type { ShownRecord, Value } from '../records.ts';
import { keepsOf } from '../sections.ts';

/** When it was decided at the earliest what is shown: values of several keys are shown once all of them are there. */
const decidedAt = ({ section, page }: ShownRecord, now: number): number =>
  section === 'demand.product' ? page.startedAt : now;

const never = { freshMs: 0, staleMs: 0 };

/** A value is shown again only for as long as its section allows, and marked stale, with its age, once it is not fresh. */
export const staleWhereAllowed: Invariant = {
  name: 'stale-where-allowed',
  watch(view, fail) {
    return {
      shown(shown) {
        const { page, section, outcome } = shown;
        if (outcome.status === 'failed') return;
        const { freshMs, staleMs } = keepsOf[section] ?? never;
        const value = outcome.value as Value | null;
        const where = `${section} of page ${page.id}`;
        if (outcome.status === 'ok') {
          if (value === null) return;
          const oldest = Math.min(page.startedAt, decidedAt(shown, view.now) - freshMs);
          if (value.answeredAt < oldest)
            fail(`${where} is fresh: from ${oldest} ms on; it is of ${value.answeredAt} ms`);
          return;
        }
        if (staleMs === 0) fail(`${where} is never shown stale`);
        const { ageMs, failure } = outcome;
        if (failure.code === 'NOT_FOUND' || failure.code === 'FORBIDDEN')
          fail(`${where}: ${failure.code} is not hidden by an older value`);
        if (ageMs < freshMs || ageMs >= freshMs + staleMs)
          fail(`${where} is stale from ${freshMs} to ${freshMs + staleMs} ms of age; it is ${ageMs}`);
        const leastMs = decidedAt(shown, view.now) - (value?.askedAt ?? view.now);
        if (ageMs < leastMs) fail(`${where} is ${leastMs} ms old at least; it says ${ageMs}`);
      },
    };
  },
};

/** What was loaded before a service said that there is no such thing, or not for this caller, is not shown after it. */
export const answersStand: Invariant = {
  name: 'answers-stand',
  watch(view, fail) {
    /** When the load began that was answered so, and when it was. */
    const answered = new Map<string, { readonly begunAt: number; readonly at: number }>();
    const keyOf = (section: string, owner: string, id: string): string =>
      `${section} ${keepsOf[section]?.audience === 'everyone' ? 'everyone' : owner} ${id}`;
    const check = (shown: ShownRecord): void => {
      const { page, section, id, outcome } = shown;
      if (outcome.status === 'failed' || outcome.value === null) return;
      const value = outcome.value as Value;
      const answer = answered.get(keyOf(section, page.owner, value.id ?? id));
      if (answer && decidedAt(shown, view.now) > answer.at && value.answeredAt < answer.begunAt)
        fail(`${section} ${value.id} of ${value.answeredAt} ms is not shown after the answer of ${answer.at} ms`);
    };
    return {
      answered({ section, owner, id, begunAt }) {
        const key = keyOf(section, owner, id);
        if (begunAt >= (answered.get(key)?.begunAt ?? 0)) answered.set(key, { begunAt, at: view.now });
      },
      shown: check,
    };
  },
};
