import type { Invariant } from '../invariant.ts';
import { type AttemptRecord, type ServiceName, perService } from '../records.ts';

/** No attempt starts while as many as `maxInFlight` run. Lowered below what runs, it keeps further ones out. */
export const bulkheadKept: Invariant = {
  name: 'bulkhead-kept',
  watch(view, fail) {
    const running = perService(() => new Set<AttemptRecord>());
    return {
      attemptStarted(attempt) {
        const { service } = attempt.call;
        running[service].add(attempt);
        const most = view.limits(service).bulkhead.maxInFlight;
        const { size } = running[service];
        if (size > most) fail(`at most ${most} attempts run at ${service}; this is number ${size}`);
      },
      // An aborted one that goes on is nobody's: its slot is free.
      attemptEnded: (attempt) => void running[attempt.call.service].delete(attempt),
    };
  },
};

/**
 * A call that is refused reaches no service: each call, retry and hedge is sent or refused, never both. And the bulkhead
 * refuses only when it is full.
 */
export const refusedIsNotSent: Invariant = {
  name: 'refused-is-not-sent',
  watch(view, fail) {
    const asked = perService(() => 0);
    const decided = perService(() => 0);
    const running = perService(() => 0);
    const endedNow = perService(() => ({ at: 0, count: 0 }));
    const decide = (service: ServiceName): void => {
      decided[service] += 1;
      if (decided[service] > asked[service]) fail(`what ${service} was refused is not sent to it`);
    };
    return {
      callStarted: ({ service }) => void (asked[service] += 1),
      retried: ({ service }) => void (asked[service as ServiceName] += 1),
      hedged: ({ service }) => void (asked[service as ServiceName] += 1),
      attemptStarted({ call: { service, id, endedAt } }) {
        running[service] += 1;
        decide(service);
        if (endedAt !== undefined) fail(`call ${id}, which is over, is not sent`);
      },
      attemptEnded({ call: { service } }) {
        running[service] -= 1;
        const { at, count } = endedNow[service];
        endedNow[service] = { at: view.now, count: at === view.now ? count + 1 : 1 };
      },
      rejected({ service, code, retryAfterMs }) {
        const name = service as ServiceName;
        decide(name);
        const state = view.state(name);
        if (code === 'DOWNSTREAM_CIRCUIT_OPEN' && state === 'closed')
          fail(`a closed circuit does not refuse ${service}`);
        if (code === 'DOWNSTREAM_CIRCUIT_OPEN' && state !== 'isolated' && !(Number(retryAfterMs) > 0))
          fail(`the circuit of ${service} says when it may be asked again; it says ${retryAfterMs}`);
        // What ended in this very instant may still have its slot.
        const { at, count } = endedNow[name];
        const taken = running[name] + (at === view.now ? count : 0);
        const { maxInFlight } = view.limits(name).bulkhead;
        if (code === 'DOWNSTREAM_OVERLOADED' && taken < maxInFlight)
          fail(`${service} is refused with ${maxInFlight} attempts under way; there are ${taken}`);
      },
    };
  },
};

/** After a 429 with `Retry-After` nothing is sent until its time is over, a minute at most. */
export const retryAfterKept: Invariant = {
  name: 'retry-after-kept',
  watch(view, fail) {
    const held = perService(() => ({ from: 0, until: 0 }));
    return {
      attemptStarted({ call: { service, id } }) {
        const { from, until } = held[service];
        // What starts in the very instant of the answer may be ahead of it.
        if (view.now > from && view.now < until) fail(`call ${id} does not reach ${service} before ${until} ms`);
      },
      attemptEnded({ call: { service }, reply, end }) {
        if (reply.kind !== 'rate-limited-for' || end?.by !== 'reply') return;
        const until = view.now + Math.min(reply.retryAfterMs, 60_000);
        if (until > held[service].until) held[service] = { from: view.now, until };
      },
    };
  },
};
