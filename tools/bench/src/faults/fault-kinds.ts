import type { ServiceFault } from '../downstream/fault.ts';

/** What goes wrong with the payment service, and nothing else with any other. */
export interface FaultKind {
  readonly name: string;
  /** Undefined: nothing goes wrong. */
  readonly fault: ServiceFault | undefined;
}

const path = '/payments';

export const faultKinds: readonly FaultKind[] = [
  { name: 'healthy', fault: undefined },
  { name: 'hung', fault: { path, hang: true } },
  { name: '10 % errors', fault: { path, failOneIn: 10 } },
  { name: '1 s slower', fault: { path, delayMs: 1000 } },
];
