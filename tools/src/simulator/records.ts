import type { SectionOutcome } from '@bff/aggregation';
import type { AbortReason } from '@bff/errors';
import type { Deadline } from '@bff/resilience';
import type { Reply } from './reply.ts';

export const serviceNames = ['order', 'user', 'payment', 'inventory'] as const;

export type ServiceName = (typeof serviceNames)[number];

/** One of something for each service. */
export const perService = <T>(make: (service: ServiceName) => T): Record<ServiceName, T> => ({
  order: make('order'),
  user: make('user'),
  payment: make('payment'),
  inventory: make('inventory'),
});

/** What a service answers with: whose it is and when it was made, so that it can be told where it comes from. */
export interface Value {
  readonly id: string;
  readonly owner: string;
  /** When the attempt that brought it began, and when it was answered. */
  readonly askedAt: number;
  readonly answeredAt: number;
}

export type PageKind = 'order' | 'home' | 'demand';

/** One request of a client, as it is seen from outside. */
export interface PageRecord {
  readonly id: number;
  readonly kind: PageKind;
  readonly owner: string;
  readonly orderId: string;
  readonly strict: boolean;
  readonly badCursor: boolean;
  readonly deadline: Deadline;
  readonly signal: AbortSignal;
  readonly startedAt: number;
  /** How often each section ended by the observer's account. */
  readonly ends: Map<string, number>;
  left: { readonly at: number; readonly reason: AbortReason } | undefined;
  endedAt: number | undefined;
}

/** One call through the policies. */
export interface CallRecord {
  readonly id: number;
  readonly service: ServiceName;
  readonly operation: string;
  /** Undefined: the calls that come once the storm is over. */
  readonly page: PageRecord | undefined;
  /** The page's, or that of a load that several pages wait for. */
  readonly deadline: Deadline;
  readonly idempotent: boolean;
  /** The call's own limit of retries. */
  readonly retries: number | undefined;
  readonly startedAt: number;
  readonly attempts: AttemptRecord[];
  endedAt: number | undefined;
  error: unknown;
}

/** How an attempt ended, seen from the service's side. */
export type AttemptEnd =
  | { readonly by: 'reply' }
  /** Its signal aborted, with this reason, before it had replied. */
  | { readonly by: 'abort'; readonly reason: unknown };

/** One attempt that reached the service. */
export interface AttemptRecord {
  readonly call: CallRecord;
  readonly number: number;
  readonly signal: AbortSignal;
  readonly remainingMs: number;
  /** The service's `attemptMs` when it started. */
  readonly attemptMs: number;
  readonly reply: Reply;
  readonly startedAt: number;
  endedAt: number | undefined;
  end: AttemptEnd | undefined;
}

/** A value or a failure that a page shows for a section, or for one key of it. */
export interface ShownRecord {
  readonly page: PageRecord;
  readonly section: string;
  /** Which value was asked for. */
  readonly id: string;
  readonly outcome: SectionOutcome<unknown>;
}
