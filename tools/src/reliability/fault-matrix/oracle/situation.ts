import type { ServiceName } from '../../../running/whole-system.ts';
import type { Row } from '../rows.ts';

/** What the system is in while an answer is given. */
export interface Situation {
  /** `well`: nothing is wrong. `fault`: the services fail. `healing`: they are well again, the BFFs may not know it yet. */
  readonly phase: 'well' | 'fault' | 'healing';
  readonly row: Row;
  readonly faulted: ReadonlySet<ServiceName>;
  /** When the request was sent, in milliseconds since the fault was on. */
  readonly sinceFaultMs: number;
  /** Milliseconds since this visitor's page was last seen whole; undefined when it never was. */
  readonly wholeMsAgo: number | undefined;
}
