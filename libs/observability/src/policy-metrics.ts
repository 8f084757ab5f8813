import { Gauge, type Registry } from 'prom-client';

/** How the policies of one service stand at a moment. */
export interface PolicyReading {
  readonly service: string;
  /** Attempts in flight. */
  readonly inFlight: number;
  /** How many may be: one more is refused. */
  readonly maxInFlight: number;
  /** Retries that would be granted now. */
  readonly retriesLeft: number;
}

export interface PolicyMetrics {
  /** `read` is asked whenever the metrics are read. */
  watch(read: () => readonly PolicyReading[]): void;
}

export function createPolicyMetrics(registry: Registry): PolicyMetrics {
  const gauge = (
    name: string,
    help: string,
    read: () => readonly PolicyReading[],
    value: (reading: PolicyReading) => number,
  ): void => {
    registry.registerMetric(
      new Gauge({
        name,
        help,
        labelNames: ['service'] as const,
        registers: [],
        collect() {
          for (const reading of read()) this.set({ service: reading.service }, value(reading));
        },
      }),
    );
  };
  return {
    watch(read) {
      gauge('bff_bulkhead_in_flight', 'Attempts at a service that are in flight.', read, ({ inFlight }) => inFlight);
      gauge(
        'bff_bulkhead_limit',
        'Attempts at a service that may be in flight.',
        read,
        (reading) => reading.maxInFlight,
      );
      gauge(
        'bff_retry_budget_remaining',
        'Retries at a service that would be granted now.',
        read,
        ({ retriesLeft }) => retriesLeft,
      );
    },
  };
}
