import { Gauge, type Registry } from 'prom-client';

export interface ReadinessMetrics {
  /** What `/readyz` would answer. */
  checked(ready: boolean): void;
}

export function createReadinessMetrics(registry: Registry): ReadinessMetrics {
  const ready = new Gauge({
    name: 'bff_ready',
    help: '1 while the process may be sent requests, as /readyz says, checked when the metrics are read.',
    registers: [registry],
  });
  return { checked: (is) => ready.set(is ? 1 : 0) };
}
