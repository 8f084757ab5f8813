import { sectionCodes } from '@bff/errors';
import type { PageResult, SectionOutcome } from '@bff/aggregation';
import type { Invariant } from '../invariant.ts';
import type { PageRecord, Value } from '../records.ts';
import { homePage, orderPage } from '../sections.ts';

/** How long after its deadline a page may still be answered: the engine's grace. */
const GRACE_MS = 10;

const sectionsOf = ({ kind }: PageRecord) => (kind === 'order' ? orderPage.sections : homePage.sections);

/** Every page is answered by its deadline and the grace, and at once when its client left. */
export const pageInTime: Invariant = {
  name: 'page-in-time',
  watch(view, fail) {
    const open = new Set<PageRecord>();
    return {
      pageStarted: (page) => void open.add(page),
      pageEnded({ page }) {
        open.delete(page);
        // Late may be the deadline's own timer, the turn that it waits for then, and the timer of the grace.
        const latest = page.deadline.at + GRACE_MS + 3 * view.latenessMs;
        if (view.now > latest) fail(`page ${page.id} ends by ${latest} ms`);
        // Who leaves once the deadline has passed changes nothing.
        const heard = page.left && page.deadline.signal.reason === page.left.reason;
        if (page.left && heard && view.now > page.left.at)
          fail(`page ${page.id} ends when its client leaves, at ${page.left.at} ms`);
      },
      quiet() {
        for (const { id } of open) fail(`page ${id} ends`);
      },
    };
  },
};

/** Every section of an answered page ended exactly once, and none ends after its page. */
export const sectionsEndOnce: Invariant = {
  name: 'sections-end-once',
  watch(_view, fail) {
    return {
      shown({ page, section }) {
        if (page.endedAt !== undefined) fail(`${section} of page ${page.id} ends before its page`);
        if (page.kind !== 'demand' && (page.ends.get(section.slice(page.kind.length + 1)) ?? 0) > 1)
          fail(`${section} of page ${page.id} ends once`);
      },
      pageEnded({ page, result }) {
        if (result?.kind !== 'answered') return;
        const expected = sectionsOf(page).map(({ key }) => key);
        const shown = Object.keys(result.outcomes);
        if (expected.join() !== shown.join()) fail(`page ${page.id} has ${expected.join()}; it has ${shown.join()}`);
        for (const key of expected) {
          const ends = page.ends.get(key) ?? 0;
          if (ends !== 1) fail(`${key} of page ${page.id} ends once; it ended ${ends} times`);
        }
      },
    };
  },
};

const codes: ReadonlySet<string> = new Set(sectionCodes);

/** A section is ok, stale or failed, a failure has a code of the closed list, and a value is that which was asked for. */
export const closedOutcome: Invariant = {
  name: 'closed-outcome',
  watch(_view, fail) {
    return {
      shown({ page, section, id, outcome }) {
        const where = `${section} of page ${page.id}`;
        if (!isClosed(outcome))
          fail(`${where} is ok, stale or failed with a code of the list; ${JSON.stringify(outcome)}`);
        if (outcome.status === 'failed' || outcome.value === null) return;
        const value = outcome.value as Partial<Value>;
        const expected = idOf(section, id, page);
        if (value.id !== expected) fail(`${where} shows ${expected}; it shows ${value.id}`);
        const isShared = section === 'order.stock' || section === 'demand.product';
        if (!isShared && value.owner !== page.owner)
          fail(`${where} shows what is ${page.owner}'s; it is ${value.owner}'s`);
      },
    };
  },
};

const idOf = (section: string, id: string, page: PageRecord): string =>
  section.startsWith('home.') || section === 'order.customer' ? page.owner : id;

function isClosed(outcome: SectionOutcome<unknown>): boolean {
  switch (outcome.status) {
    case 'ok':
      return true;
    case 'stale':
    case 'failed':
      return codes.has(outcome.failure.code);
    default:
      return false;
  }
}

/** A page is answered, failed, refused or aborted for a reason that was there. */
export const pageEndHasCause: Invariant = {
  name: 'page-end-has-cause',
  watch(_view, fail) {
    return {
      pageEnded({ page, result }) {
        if (page.kind === 'demand') return;
        const wrong = result && flawOf(page, result);
        if (wrong) fail(`page ${page.id}: ${wrong}`);
      },
    };
  },
};

function flawOf(page: PageRecord, result: PageResult): string | undefined {
  const needed = sectionsOf(page).filter(({ required }) => required || page.strict);
  switch (result.kind) {
    case 'answered': {
      const missing = needed.find(({ key }) => result.outcomes[key]?.status === 'failed');
      if (missing) return `it is not answered without ${missing.key}`;
      const allFailed = Object.values(result.outcomes).every(({ status }) => status === 'failed');
      return allFailed ? 'it is not answered with nothing' : undefined;
    }
    case 'failed': {
      const isNeeded = needed.some(({ key }) => key === result.section);
      const allFailed = Object.keys(result.failures).length === sectionsOf(page).length;
      return isNeeded || allFailed ? undefined : `it does not fail because of ${result.section}`;
    }
    case 'refused':
      return page.badCursor ? undefined : 'it is refused for what was asked only';
    case 'aborted':
      return page.left ? undefined : 'it is aborted only when its client left or the process stops';
  }
}
