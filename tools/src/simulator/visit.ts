import type { PageResult, SectionEnd, SectionOutcome } from '@bff/aggregation';
import { pageOutcomeOf } from '@bff/aggregation';
import { type AbortReason, ClientGone } from '@bff/errors';
import { Deadline } from '@bff/resilience';
import { sourcesFor } from './call-service.ts';
import type { PageKind, PageRecord } from './records.ts';
import { homePage, orderPage, paymentSection, productSection, profileSection, searchSection } from './sections.ts';
import type { World } from './world.ts';

/** What a client asks for, and how long it waits. */
export interface Visit {
  readonly kind: PageKind;
  readonly owner: string;
  readonly orderId: string;
  readonly strict: boolean;
  readonly badCursor: boolean;
  readonly budgetMs: number;
  /** When the client hangs up; undefined when it does not. */
  readonly leavesAfterMs: number | undefined;
  readonly sharedLoadMs: number;
}

/** Asks for a page, or for sections one at a time. */
export async function pay(world: World, visit: Visit): Promise<PageResult | undefined> {
  const { clock } = world;
  const request = new AbortController();
  const deadline = Deadline.after(visit.budgetMs, { clock, signal: request.signal });
  world.counts.add('page: asked for');
  const page: PageRecord = {
    ...visit,
    id: world.nextPageId(),
    deadline,
    signal: request.signal,
    startedAt: clock.time,
    ends: new Map(),
    left: undefined,
    endedAt: undefined,
  };
  world.underWay.add(page);
  world.tell('pageStarted', page);
  const { leavesAfterMs } = visit;
  const leaving =
    leavesAfterMs === undefined
      ? undefined
      : clock.at(clock.time + leavesAfterMs, () => leave(world, page, request, new ClientGone()));
  world.requests.set(page, request);
  const result = await (visit.kind === 'demand' ? demand(world, page, visit) : whole(world, page, visit));
  page.endedAt = clock.time;
  deadline.dispose();
  leaving?.cancel();
  world.underWay.delete(page);
  world.requests.delete(page);
  world.counts.add(`page: ${result ? pageOutcomeOf(result) : 'on demand'}`);
  world.tell('pageEnded', { page, result });
  return result;
}

/** The client hangs up, or the process stops. */
export function leave(world: World, page: PageRecord, request: AbortController, reason: AbortReason): void {
  world.counts.add(`page: left with ${reason.name}`);
  world.tell('leaving', page);
  page.left = { at: world.now, reason };
  world.afterDrain.push(() => world.tell('hasLeft', page));
  request.abort(reason);
}

function runOf(world: World, page: PageRecord, { sharedLoadMs }: Visit) {
  const { clock, cache } = world;
  const { owner, orderId, badCursor, deadline } = page;
  return {
    context: { owner, orderId, badCursor },
    options: {
      deadline,
      clock,
      requestId: String(page.id),
      sources: (by: Deadline) => sourcesFor(world, page, by),
      keeping: { cache, owner, sharedLoadMs },
      observer: {
        sectionEnded: ({ section, outcome }: { section: string; outcome: SectionOutcome<unknown> }) => {
          page.ends.set(section, (page.ends.get(section) ?? 0) + 1);
          if (page.kind !== 'demand') show(world, page, section, section === 'customer' ? owner : orderId, outcome);
        },
      },
    },
  };
}

function show(world: World, page: PageRecord, section: string, id: string, outcome: SectionOutcome<unknown>): void {
  world.counts.add(outcome.status === 'failed' ? `section: ${outcome.failure.code}` : `section: ${outcome.status}`);
  world.tell('shown', { page, section: `${page.kind}.${section}`, id, outcome });
}

async function whole(world: World, page: PageRecord, visit: Visit): Promise<PageResult> {
  const { context, options } = runOf(world, page, visit);
  const handling = page.strict ? 'strict' : 'lenient';
  const { runPage } = world.subject;
  return page.kind === 'order'
    ? runPage(orderPage, { ...options, input: context, handling })
    : runPage(homePage, { ...options, input: context, handling });
}

/** As a GraphQL query does: two levels, several values of a section at once, and a key twice now and then. */
async function demand(world: World, page: PageRecord, visit: Visit): Promise<undefined> {
  const { context, options } = runOf(world, page, visit);
  const sections = new world.subject.SectionsOnDemand('demand', { ...options, context });
  const tell = (section: string, id: string, end: SectionEnd): void => {
    if (!sections.over) show(world, page, section, id, end.outcome);
    if (page.strict && end.outcome.status === 'failed') sections.settle();
  };
  const ids = ['o1', 'o2', page.orderId, 'o4'];
  const all = async (section: typeof productSection | typeof paymentSection): Promise<void> => {
    const ends = await sections.obtainAll(section, ids);
    if (ends.length !== ids.length)
      world.fail('on-demand', `${ids.length} keys of ${section.key} got ${ends.length} ends`);
    ends.forEach((end, at) => tell(section.key, ids[at] ?? '', end));
  };
  await Promise.all([
    sections.obtain(profileSection, {}).then((end) => tell('profile', page.owner, end)),
    sections.obtain(searchSection, { text: page.orderId }).then((end) => tell('search', page.orderId, end)),
    all(productSection).then(() => all(paymentSection)),
  ]);
}
