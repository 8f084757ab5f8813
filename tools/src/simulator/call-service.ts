import { DownstreamError, isAnswer } from '@bff/errors';
import type { Deadline, PolicyCall } from '@bff/resilience';
import type { CallRecord, PageRecord, ServiceName, Value } from './records.ts';
import type { Sources } from './sections.ts';
import type { Answered } from './simulated-service.ts';
import type { World } from './world.ts';

interface Asked {
  readonly page: PageRecord | undefined;
  readonly deadline: Deadline;
  readonly service: ServiceName;
  readonly operation: string;
}

/** One call through the policies, watched from outside. */
export async function callService(world: World, { page, deadline, service, operation }: Asked): Promise<Answered> {
  const { draws, clock, counts } = world;
  // Reads, now and then with fewer retries; and the one that must not be repeated.
  const idempotent = !draws.chance(0.1);
  const retries = idempotent && draws.chance(0.2) ? draws.whole(0, 2) : undefined;
  const call: CallRecord = {
    id: world.nextCallId(),
    service,
    operation,
    page,
    deadline,
    idempotent,
    retries,
    startedAt: clock.time,
    attempts: [],
    endedAt: undefined,
    error: undefined,
  };
  counts.add('call: made');
  world.running += 1;
  world.tell('callStarted', call);
  const asked: PolicyCall = idempotent
    ? { operation, deadline, idempotent, ...(retries !== undefined && { retries }) }
    : { operation, deadline, idempotent };
  try {
    return await world.policies[service].execute(asked, (attempt) => world.services[service].attempt(call, attempt));
  } catch (error) {
    call.error = error;
    throw error;
  } finally {
    call.endedAt = clock.time;
    world.running -= 1;
    world.tell('callEnded', call);
  }
}

/** What the loaders of one page load from, on the page's deadline or on that of a load which several pages wait for. */
export function sourcesFor(world: World, page: PageRecord, deadline: Deadline): Sources {
  const shared = deadline !== page.deadline;
  world.tell('loadBegan', { page, shared, signal: deadline.signal });
  const begunAt = world.now;
  const noteAnswer = (operation: string, ids: readonly string[]): void => {
    if (!shared) return;
    for (const id of ids)
      world.tell('answered', { section: sectionOf(page, operation), owner: page.owner, id, begunAt });
  };
  const ask = async (service: ServiceName, operation: string, ids: readonly string[]): Promise<Answered> => {
    if (world.loadersHang && world.draws.chance(0.02)) await hang(world);
    try {
      return await callService(world, { page, deadline, service, operation });
    } catch (error) {
      if (error instanceof DownstreamError && isAnswer(error.code)) noteAnswer(operation, ids);
      throw error;
    }
  };
  return {
    async one(service, operation, id) {
      const answered = await ask(service, operation, [id]);
      return { id, owner: page.owner, ...answered };
    },
    async many(service, operation, ids) {
      const answered = await ask(service, operation, ids);
      // Products leave the catalogue.
      const absent = ids.filter(() => world.draws.chance(0.05));
      noteAnswer(operation, absent);
      const there = ids.filter((id) => !absent.includes(id));
      return new Map(there.map((id): [string, Value] => [id, { id, owner: page.owner, ...answered }]));
    },
  };
}

/** A loader that takes its time before it calls anything, and listens to no signal. */
async function hang(world: World): Promise<void> {
  const { clock, draws, counts } = world;
  counts.add('loader: hung');
  world.running += 1;
  await new Promise<void>((resolve) => clock.at(clock.time + draws.whole(10, 2000), resolve));
  world.running -= 1;
}

const sectionsByOperation: Readonly<Record<string, string>> = {
  'order.getOrder': 'order.order',
  'order.getUser': 'order.customer',
  'order.getStock': 'order.stock',
  'home.getUser': 'home.profile',
  'demand.getUser': 'demand.profile',
  'demand.listProducts': 'demand.product',
};

/** Which kept section of a page an operation loads. */
function sectionOf({ kind }: PageRecord, operation: string): string {
  const section = sectionsByOperation[`${kind}.${operation}`];
  if (section === undefined) throw new Error(`no section of ${kind} that is kept is loaded by ${operation}`);
  return section;
}
