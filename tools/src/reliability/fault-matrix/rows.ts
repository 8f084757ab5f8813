import type { SectionCode } from '@bff/errors';
import type { FaultKind, FaultRequest } from '@bff/mock-kit';
import type { ServiceName } from '../../running/whole-system.ts';
import type { Bff } from './pages/page-spec.ts';

/** One way of failing, and how it has to look to a client app. */
export interface Row {
  readonly name: string;
  readonly does: string;
  /** What is switched on in a service; undefined when it is done otherwise. */
  readonly fault: (service: ServiceName) => FaultRequest | undefined;
  /** Of a section whose service fails so, besides those of an open circuit. Empty: it does not fail by the fault alone. */
  readonly codes: readonly SectionCode[];
  /** The service still gives good answers in between. Otherwise it gives none, and nothing of it can be new. */
  readonly partial?: true;
  /** Calls end only when their time is over, so what is loaded after them may have none left. */
  readonly takesTime?: true;
  /** How long the service asks to be left alone after the fault is over. */
  readonly restMs?: number;
  /** More requests a second, and for longer, by these factors: for what shows only in many calls. */
  readonly effort?: { readonly load: number; readonly length: number };
  /** BFFs whose circuit to an order or payment service must open of it, though hardly a call fails. */
  readonly opensIn?: readonly Bff[];
  /** Names of the services are no longer resolved. */
  readonly stallsDns?: true;
}

const TIMEOUT = 'DOWNSTREAM_TIMEOUT';
const UNAVAILABLE = 'DOWNSTREAM_UNAVAILABLE';
const BAD_RESPONSE = 'DOWNSTREAM_BAD_RESPONSE';

/** Above the limit of a slow call (mobile: 300, 300, 400, 200 ms) and below that of an attempt (350, 350, 500, 250 ms). */
const slowMs: Readonly<Record<ServiceName, number>> = { order: 315, user: 315, payment: 430, inventory: 212 };
/** The same for web and graphql (500, 500, 750, 375 of 600, 600, 900, 450 ms); the mobile BFF times out. */
const slowerMs: Readonly<Record<ServiceName, number>> = { order: 530, user: 530, payment: 800, inventory: 395 };

const manyCalls = { load: 2.5, length: 2 };

type Told = Omit<Row, 'fault'> & Partial<Pick<Row, 'fault'>>;

/** A row for each kind of fault that the mocks know: a new kind does not compile without one. */
const byKind: Readonly<Record<FaultKind, Told>> = {
  refuse: { name: 'refuse', does: 'connection refused', codes: [UNAVAILABLE] },
  reset: { name: 'reset', does: 'connection reset', codes: [UNAVAILABLE] },
  hang: { name: 'hang', does: 'no answer', codes: [TIMEOUT], takesTime: true },
  stall: { name: 'stall', does: 'headers, then nothing', codes: [TIMEOUT], takesTime: true },
  trickle: { name: 'trickle', does: 'the body byte by byte', codes: [TIMEOUT], takesTime: true },
  truncated: { name: 'truncated', does: 'body cut short of its length', codes: [UNAVAILABLE] },
  'truncated-chunked': { name: 'truncated-chunked', does: 'chunked body cut short', codes: [UNAVAILABLE] },
  malformed: { name: 'malformed', does: 'JSON that is none', codes: [BAD_RESPONSE] },
  html: { name: 'html', does: 'an HTML page with 200', codes: [BAD_RESPONSE] },
  empty: { name: 'empty', does: '200 without a body', codes: [BAD_RESPONSE] },
  null: { name: 'null', does: '200 with null', codes: [BAD_RESPONSE] },
  'content-type': { name: 'content-type', does: 'right body, wrong type', codes: [BAD_RESPONSE] },
  contract: { name: 'contract', does: 'JSON of another shape', codes: [BAD_RESPONSE] },
  'error-in-200': { name: 'error-in-200', does: '200 carrying an error', codes: [BAD_RESPONSE] },
  oversized: { name: 'oversized', does: 'body of more than 1 MiB', codes: [BAD_RESPONSE] },
  'gzip-bomb': { name: 'gzip-bomb', does: 'gzip of 100 MiB, unasked', codes: [BAD_RESPONSE] },
  'big-header': { name: 'big-header', does: 'a header of 40 KiB', codes: [BAD_RESPONSE] },
  redirect: { name: 'redirect', does: '302 to the right answer', codes: [BAD_RESPONSE] },
  'rate-limit': {
    name: 'rate-limit',
    does: '429 with Retry-After: 1',
    codes: ['DOWNSTREAM_RATE_LIMITED'],
    fault: () => ({ kind: 'rate-limit', ms: 1000 }),
    restMs: 1000,
  },
  error: { name: 'error', does: 'storm of 503', codes: [UNAVAILABLE] },
  latency: {
    name: 'slow',
    does: 'slow calls, by the mobile limit',
    codes: [],
    partial: true,
    takesTime: true,
    fault: (service) => ({ kind: 'latency', ms: slowMs[service] }),
    effort: manyCalls,
    opensIn: ['mobile-bff'],
  },
  flap: {
    name: 'flap',
    does: 'down and up every 300 ms',
    codes: [UNAVAILABLE],
    partial: true,
    fault: () => ({ kind: 'flap', ms: 300 }),
  },
  'keep-alive-race': {
    name: 'keep-alive-race',
    does: 'kept connections close under a request',
    codes: [UNAVAILABLE],
    partial: true,
  },
};

/** Every row, in the order of the report. */
export const rows: readonly Row[] = [
  ...Object.entries(byKind).map(([kind, told]): Row => ({ fault: () => ({ kind: kind as FaultKind }), ...told })),
  {
    name: 'slower',
    does: 'slow calls, by the web limit',
    // The mobile BFF does not wait so long.
    codes: [TIMEOUT],
    partial: true,
    takesTime: true,
    fault: (service) => ({ kind: 'latency', ms: slowerMs[service] }),
    effort: manyCalls,
    opensIn: ['web-bff', 'graphql-bff'],
  },
  {
    name: 'intermittent',
    does: 'every third call fails, under more load',
    codes: [UNAVAILABLE],
    partial: true,
    fault: () => ({ kind: 'error', probability: 0.35 }),
    effort: manyCalls,
  },
  {
    name: 'dns-stall',
    does: 'names are not resolved any more',
    // Those who come while a connection is being made get what is left of its second.
    codes: [TIMEOUT, UNAVAILABLE],
    takesTime: true,
    stallsDns: true,
    fault: () => undefined,
  },
];
