import type { Invariant } from '../invariant.ts';
import { type AttemptRecord, type ServiceName, perService } from '../records.ts';
import { verdictOf } from './verdict-of.ts';

/** While a circuit is open or isolated nothing reaches the service, and only people end an isolation. */
export const openLetsNothingThrough: Invariant = {
  name: 'open-lets-nothing-through',
  watch(view, fail) {
    const openedAt = perService(() => 0);
    let act: { readonly service: ServiceName; readonly at: number } | undefined;
    return {
      attemptStarted({ call: { service, id } }) {
        const state = view.state(service);
        if (state === 'open' || state === 'isolated')
          fail(`call ${id} does not reach ${service}, whose circuit is ${state}`);
      },
      operatorActs: ({ service }) => void (act = { service, at: view.now }),
      breakerChanged({ service, from, to, reason, openForMs }) {
        const { openMs, maxOpenMs, openJitter } = view.limits(service).breaker;
        const least = Math.min(openMs, maxOpenMs / (1 + openJitter)) * (1 - openJitter);
        const byPerson = act?.service === service && act.at === view.now;
        if (reason === 'operator' && !byPerson) fail(`${service}: nobody asked for ${to}`);
        if (from === 'isolated' && reason !== 'operator') fail(`${service} stays isolated until somebody ends it`);
        if (to === 'open') {
          openedAt[service] = view.now;
          // Whatever is added to it by rounding is less than a nanosecond.
          if (openForMs === undefined || openForMs < least - 1e-6 || openForMs > maxOpenMs + 1e-6)
            fail(`${service} is open for ${least} to ${maxOpenMs} ms; it is ${openForMs}`);
        }
        if (to === 'half-open' && view.now - openedAt[service] < least - 1e-6)
          fail(`${service} is open for ${least} ms at least; it was ${view.now - openedAt[service]}`);
      },
    };
  },
};

/** In half-open no more calls are under way or have succeeded than there may be probes. */
export const probesKept: Invariant = {
  name: 'probes-kept',
  watch(view, fail) {
    const probes = perService(() => new Set<AttemptRecord>());
    return {
      breakerChanged: ({ service }) => probes[service].clear(),
      attemptStarted(attempt) {
        const { service } = attempt.call;
        if (view.state(service) !== 'half-open') return;
        probes[service].add(attempt);
        const most = view.limits(service).breaker.probes;
        const { size } = probes[service];
        if (size > most) fail(`${service} has at most ${most} probes in half-open; this is number ${size}`);
      },
      attemptEnded(attempt) {
        // Who says nothing of the service gives the place back.
        const neutral = verdictOf(attempt, view.limits(attempt.call.service).breaker.slowCallMs) === 'neutral';
        if (neutral) probes[attempt.call.service].delete(attempt);
      },
    };
  },
};
