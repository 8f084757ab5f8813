import { Counter, type Registry } from 'prom-client';

/** What operators do to the circuits of this process. */
export interface OperatorMetrics {
  /** An act took hold; `from` tells whether it was asked of this replica or of another one. */
  acted(event: { service: string; act: string; from: string }): void;
}

export function createOperatorMetrics(registry: Registry): OperatorMetrics {
  const acts = new Counter({
    name: 'bff_operator_acts_total',
    help: 'Acts of operators, on a circuit or on the settings, that took hold in this process.',
    labelNames: ['service', 'act', 'from'] as const,
    registers: [registry],
  });
  return { acted: ({ service, act, from }) => acts.inc({ service, act, from }) };
}
