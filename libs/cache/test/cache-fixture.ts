import { DownstreamError, type SectionCode } from '@bff/errors';
import { VirtualClock } from '@bff/testing';
import type { FetchEnded, LoadEnded, StoreWritten } from '../src/cache-observer.ts';
import { encode } from '../src/codec.ts';
import { type CacheOptions, assembleCache } from '../src/create-cache.ts';
import type { FetchRequest } from '../src/section-cache.ts';
import type { Looked, SharedStore } from '../src/shared-store.ts';
import { ScriptedStore } from './scripted-store.ts';

export const FRESH_MS = 10_000;
export const STALE_MS = 60_000;

interface Service {
  calls: number;
  answer: () => Promise<unknown>;
  /** What the latest call was given. */
  abandoned: AbortSignal | undefined;
}

/** A cache on a virtual clock, with a loader that the test sets and a count of its calls. */
export function cacheOnVirtualClock(store?: SharedStore, options: Partial<CacheOptions> = {}) {
  const clock = new VirtualClock();
  const fetches: FetchEnded[] = [];
  const loads: LoadEnded[] = [];
  const refused: unknown[] = [];
  const written: StoreWritten[] = [];
  const cache = assembleCache(
    {
      namespace: 'app',
      schemaVersion: '1',
      clock,
      random: () => 0.5,
      observer: {
        fetchEnded: (event) => fetches.push(event),
        loadEnded: (event) => loads.push(event),
        valueRefused: ({ error }) => refused.push(error),
        storeWritten: (event) => written.push(event),
      },
      ...options,
    },
    store,
  );
  const service: Service = { calls: 0, answer: () => Promise.resolve('value'), abandoned: undefined };
  const requestOf = (request: Partial<FetchRequest<unknown>>): FetchRequest<unknown> => ({
    key: ['section'],
    freshMs: FRESH_MS,
    staleIfErrorMs: STALE_MS,
    signal: new AbortController().signal,
    load: (abandoned) => {
      service.calls += 1;
      service.abandoned = abandoned;
      return service.answer();
    },
    ...request,
  });
  const ask = (request: Partial<FetchRequest<unknown>> = {}) => cache.fetch(requestOf(request));
  const askAll = (requests: readonly Partial<FetchRequest<unknown>>[]) => cache.fetchAll(requests.map(requestOf));
  /** An answer that takes its time. */
  const after = (ms: number, value: unknown) => () =>
    new Promise<unknown>((resolve) => clock.setTimer(ms, () => resolve(value)));
  const failAfter = (ms: number, error: unknown) => () =>
    new Promise<unknown>((_resolve, reject) => clock.setTimer(ms, () => reject(error)));
  return { clock, cache, service, ask, askAll, after, failAfter, fetches, loads, refused, written };
}

export const failWith = (error: unknown) => (): Promise<never> => Promise.reject(error);

export const failure = (code: SectionCode) => new DownstreamError(code, { service: 'inventory', operation: 'stock' });

export const outage = failure('DOWNSTREAM_UNAVAILABLE');

/** A replica, and a shared store that answers as the test says. */
export function replicaOnVirtualClock() {
  const store = new ScriptedStore();
  const parts = cacheOnVirtualClock(store);
  const { clock } = parts;
  /** What the store says when another replica has stored a value `ageMs` ago. */
  const stored = (value: unknown, ageMs: number, lease: Looked['lease'] = 'free'): Looked => ({
    entry: { version: { at: clock.wallTime() - ageMs, tie: 1 }, payload: encode(value), keepMs: 100_000 },
    lease,
  });
  const answerAfter = (ms: number, looked: () => Looked) => () =>
    new Promise<Looked>((resolve) => clock.setTimer(ms, () => resolve(looked())));
  return { ...parts, store, stored, answerAfter };
}
