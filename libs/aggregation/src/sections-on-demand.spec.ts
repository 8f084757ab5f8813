import { createCache } from '@bff/cache';
import { BadRequest, ClientGone, DownstreamError, ShuttingDown } from '@bff/errors';
import { Deadline } from '@bff/resilience';
import { VirtualClock } from '@bff/testing';
import { type KeyedSectionSpec, keyedSectionsOver } from './keyed-section.ts';
import type { PageObserver } from './page-observer.ts';
import { SectionsOnDemand } from './sections-on-demand.ts';
import { singleSectionsOver } from './single-section.ts';

/** What the sections load from: every call is on record, and answered as the test says. */
type Sources = (asked: string) => Promise<string>;
type Context = { readonly caller: string };

const single = singleSectionsOver<Sources, Context>();
const keyed = keyedSectionsOver<Sources, Context>();

const greeting = single('greeting', {
  load: (ask, { name }: { readonly name: string }, { caller }) => ask(`${name} for ${caller}`),
  keep: { key: ({ name }) => [name], staleIfError: '5m' },
});

/** Values that are their keys in capital letters; a key with a dash has none. */
const capitals = (spec: Partial<KeyedSectionSpec<Sources, Context, string>> = {}) =>
  keyed<string>('capitals', {
    load: async (ask, keys) => {
      await ask(keys.join());
      return new Map(keys.filter((key) => !key.includes('-')).map((key) => [key, key.toUpperCase()]));
    },
    ...spec,
  });
const kept = { fresh: '30s', staleIfError: '5m', audience: 'everyone' } as const;

function request(answer: Sources = (asked) => Promise.resolve(asked), observer: PageObserver = {}) {
  const clock = new VirtualClock();
  const cache = createCache({ namespace: 'test', schemaVersion: '1', clock });
  const service = { answer };
  const asked: string[] = [];
  const open = (caller = 'usr_1', deadline = Deadline.after(740, { clock })) => {
    const sections = new SectionsOnDemand('graphql', {
      sources: () => (question: string) => {
        asked.push(question);
        return service.answer(question);
      },
      context: { caller },
      deadline,
      clock,
      observer,
      keeping: { cache, owner: caller, sharedLoadMs: 740 },
    });
    return { sections, deadline };
  };
  return { clock, service, asked, open, ...open() };
}

const outage = () =>
  Promise.reject(new DownstreamError('DOWNSTREAM_UNAVAILABLE', { service: 'words', operation: 'get' }));
const never = () => new Promise<never>(() => {});
const ok = (value: string | null) => ({ outcome: { status: 'ok', value }, value });
const failed = (code: string) => ({ outcome: { status: 'failed', failure: expect.objectContaining({ code }) } });

describe('one section', () => {
  it('is loaded with what it was given and who is asking', async () => {
    const { sections, asked } = request();
    expect(await sections.obtain(greeting, { name: 'Ada' })).toEqual(ok('Ada for usr_1'));
    expect(asked).toEqual(['Ada for usr_1']);
  });

  it('takes no argument for the caller', async () => {
    const { sections } = request();
    const disguised = { name: 'Ada', caller: 'usr_2' };
    expect(await sections.obtain(greeting, disguised)).toEqual(ok('Ada for usr_1'));
  });

  it('is stale while its service is down, and for its own caller only', async () => {
    const { clock, service, open, sections } = request();
    await sections.obtain(greeting, { name: 'Ada' });
    service.answer = outage;
    await clock.advanceBy(95_000);
    expect(await open().sections.obtain(greeting, { name: 'Ada' })).toMatchObject({
      outcome: { status: 'stale', value: 'Ada for usr_1', ageMs: 95_000, failure: { service: 'words' } },
    });
    expect(await open('usr_2').sections.obtain(greeting, { name: 'Ada' })).toMatchObject(
      failed('DOWNSTREAM_UNAVAILABLE'),
    );
  });

  it('that the service refuses is told as such', async () => {
    const problem = new BadRequest([{ in: 'query', field: 'cursor', reason: 'must be one' }]);
    const { sections } = request(() => Promise.reject(problem));
    expect(await sections.obtain(greeting, { name: 'Ada' })).toMatchObject({ refused: problem });
  });
});

describe('many values of one section', () => {
  it('are loaded by one call, each in its place', async () => {
    const { sections, asked } = request();
    expect(await sections.obtainAll(capitals(), ['b', 'a'])).toEqual([ok('B'), ok('A')]);
    expect(asked).toEqual(['b,a']);
  });

  it('fail together when the call does', async () => {
    const { sections } = request(outage);
    const ends = await sections.obtainAll(capitals(), ['a', 'b']);
    expect(ends).toMatchObject([failed('DOWNSTREAM_UNAVAILABLE'), failed('DOWNSTREAM_UNAVAILABLE')]);
  });

  it('are null, or a failure of their own, where the service has none', async () => {
    const { sections } = request();
    expect(await sections.obtainAll(capitals(), ['a', 'x-y'])).toEqual([ok('A'), ok(null)]);
    const absent = () => new DownstreamError('NOT_FOUND', { service: 'words', operation: 'get' });
    expect(await sections.obtainAll(capitals({ absent }), ['a', 'x-y'])).toMatchObject([ok('A'), failed('NOT_FOUND')]);
  });

  it('are loaded only as far as they are not kept, by one call', async () => {
    const { open, sections, asked } = request();
    const section = capitals({ keep: kept });
    await sections.obtainAll(section, ['a', 'b']);
    expect(await open('usr_2').sections.obtainAll(section, ['c', 'a', 'd'])).toEqual([ok('C'), ok('A'), ok('D')]);
    expect(asked).toEqual(['a,b', 'c,d']);
  });

  it('keep that there is none, too', async () => {
    const { open, sections, asked } = request();
    const section = capitals({ keep: kept });
    await sections.obtainAll(section, ['x-y']);
    expect(await open().sections.obtainAll(section, ['x-y'])).toEqual([ok(null)]);
    expect(asked).toHaveLength(1);
  });

  it('are each stale or failed by what was kept of them', async () => {
    const { clock, service, open, sections } = request();
    const section = capitals({ keep: kept });
    await sections.obtainAll(section, ['a']);
    service.answer = outage;
    await clock.advanceBy(40_000);
    expect(await open().sections.obtainAll(section, ['a', 'b'])).toMatchObject([
      { outcome: { status: 'stale', value: 'A', ageMs: 40_000 } },
      failed('DOWNSTREAM_UNAVAILABLE'),
    ]);
  });

  it('share their load with those who ask at the same time', async () => {
    const { clock, open, sections, asked } = request(
      () => new Promise((resolve) => clock.setTimer(20, () => resolve(''))),
    );
    const section = capitals({ keep: kept });
    const both = [sections, open('usr_2').sections].map((each) => each.obtainAll(section, ['a', 'b']));
    await clock.advanceBy(20);
    expect(await Promise.all(both)).toEqual([
      [ok('A'), ok('B')],
      [ok('A'), ok('B')],
    ]);
    expect(asked).toEqual(['a,b']);
  });
});

describe('time', () => {
  it('ends what hangs 10 ms after the deadline', async () => {
    const { clock, sections } = request(never);
    const ends = Promise.all([sections.obtainAll(capitals(), ['a', 'b']), sections.obtain(greeting, { name: 'Ada' })]);
    let endedAt = 0;
    void ends.then(() => (endedAt = clock.now()));
    await clock.advanceBy(2000);
    expect(endedAt).toBe(750);
    const timedOut = failed('DOWNSTREAM_TIMEOUT');
    expect(await ends).toMatchObject([[timedOut, timedOut], timedOut]);
  });

  it('that is over calls nothing, and shows what is kept', async () => {
    const { clock, open, sections, asked } = request();
    const section = capitals({ keep: kept });
    await sections.obtainAll(section, ['a']);
    await clock.advanceBy(60_000);
    const late = open('usr_1', Deadline.after(0, { clock })).sections;
    expect(await late.obtainAll(section, ['a', 'b'])).toMatchObject([
      { outcome: { status: 'stale', value: 'A' } },
      failed('BUDGET_EXHAUSTED'),
    ]);
    expect(await late.obtainAll(capitals(), ['a'])).toMatchObject([failed('BUDGET_EXHAUSTED')]);
    expect(asked).toHaveLength(1);
  });

  it('leaves no timer behind', async () => {
    const { clock, sections, deadline } = request();
    await sections.obtainAll(capitals({ keep: kept }), ['a']);
    deadline.dispose();
    await clock.advanceBy(740);
    expect(clock.pendingTimers).toBe(0);
  });
});

describe('a client that leaves', () => {
  it.each([
    ['a client', new ClientGone()],
    ['the process', new ShuttingDown()],
  ])('(%s) ends everything at once, and is no failure', async (_, reason) => {
    const ended: string[] = [];
    const observer: PageObserver = {
      sectionEnded: ({ section }) => void ended.push(section),
      sectionThrew: ({ section }) => void ended.push(section),
    };
    const { clock, sections, deadline } = request(never, observer);
    const ends = sections.obtainAll(capitals(), ['a']);
    await clock.settle();
    deadline.abort(reason);
    await ends;
    expect(sections.left).toBe(reason);
    expect(sections.over).toBe(true);
    expect(await sections.obtainAll(capitals(), ['b'])).toHaveLength(1);
    expect(ended).toEqual([]);
  });

  it('cancels a load that nobody else waits for, and no other', async () => {
    const signals: AbortSignal[] = [];
    const clock = new VirtualClock();
    const cache = createCache({ namespace: 'test', schemaVersion: '1', clock });
    const section = keyedSectionsOver<Deadline, Context>()<string>('capitals', {
      load: (by) => {
        signals.push(by.signal);
        return never();
      },
      keep: kept,
    });
    const open = (caller: string) => {
      const deadline = Deadline.after(740, { clock });
      const keeping = { cache, owner: caller, sharedLoadMs: 740 };
      const sections = new SectionsOnDemand('graphql', {
        sources: (by: Deadline) => by,
        context: { caller },
        deadline,
        clock,
        keeping,
      });
      return { sections, deadline };
    };
    const [ada, bob] = [open('usr_1'), open('usr_2')];
    void ada.sections.obtainAll(section, ['a', 'b']);
    await clock.settle();
    void bob.sections.obtainAll(section, ['b']);
    await clock.settle();
    ada.deadline.abort(new ClientGone());
    await clock.settle();
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    bob.deadline.abort(new ClientGone());
    await clock.settle();
    expect(signals.map(({ reason }) => reason)).toEqual([expect.any(ClientGone)]);
  });
});

it('that are settled end at once, and what is under way is cancelled', async () => {
  const { clock, sections, deadline } = request(never);
  const ends = sections.obtainAll(capitals(), ['a']);
  await clock.settle();
  sections.settle();
  expect(await ends).toHaveLength(1);
  expect(deadline.signal.aborted).toBe(true);
  expect(sections.left).toBeUndefined();
});

it('tells the observer of each section once: the worst of its values, and each reason', async () => {
  const told: unknown[] = [];
  const observer: PageObserver = {
    sectionEnded: ({ page, section, outcome, durationMs }) =>
      void told.push([page, section, outcome.status, durationMs]),
    sectionThrew: ({ section, error }) => void told.push([section, (error as DownstreamError).code]),
  };
  const { clock, service, open, sections } = request(undefined, observer);
  const section = capitals({ keep: kept });
  await sections.obtainAll(section, ['a']);
  service.answer = outage;
  await clock.advanceBy(40_000);
  await open().sections.obtainAll(section, ['a', 'b']);
  await open().sections.obtainAll(section, []);
  expect(told).toEqual([
    ['graphql', 'capitals', 'ok', 0],
    ['capitals', 'DOWNSTREAM_UNAVAILABLE'],
    ['graphql', 'capitals', 'failed', 0],
  ]);
});
