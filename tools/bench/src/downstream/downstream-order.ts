import type { ServiceFault } from './fault.ts';

/** What the process of the services is asked. */
export type DownstreamOrder =
  | { readonly order: 'count' }
  /** Without one, nothing goes wrong any more. */
  | { readonly order: 'fault'; readonly fault?: ServiceFault };

/** What it answers: requests so far. */
export interface DownstreamAnswer {
  readonly calls: number;
}
