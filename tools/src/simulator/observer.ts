import type { PolicyObserver } from '@bff/resilience';
import type { ServiceName } from './records.ts';
import type { World } from './world.ts';

/** Tells the world what the policies of one service announce. */
export function observerOf(service: ServiceName, world: World): PolicyObserver {
  return {
    breakerChanged: (event) => {
      world.counts.add(`breaker: ${event.from} -> ${event.to} (${event.reason})`);
      world.breakerChanged({ ...event, service });
    },
    retried: (event) => {
      world.counts.add('call: retried');
      world.tell('retried', event);
    },
    retryRefused: (event) => {
      world.counts.add(`call: not retried (${event.reason})`);
      world.tell('retryRefused', event);
    },
    rejected: (event) => {
      world.counts.add(`call: refused with ${event.code}`);
      world.tell('rejected', event);
    },
    attemptEnded: ({ outcome }) => world.counts.add(`attempt: ${outcome}`),
    hedged: (event) => {
      world.counts.add('call: hedged');
      world.tell('hedged', event);
    },
    hedgeWon: () => world.counts.add('call: hedge won'),
    hedgeRefused: ({ reason }) => world.counts.add(`call: not hedged (${reason})`),
    unexpectedError: (event) => world.tell('unexpectedError', event),
  };
}
