import type { Clock } from '@bff/clock';
import type { Metrics, PolicyReading } from '@bff/observability';
import {
  type PolicyObserver,
  type ServiceLimits,
  type ServicePolicy,
  type Tunable,
  createServicePolicy,
} from '@bff/resilience';
import type { ServiceName } from './services.ts';

export interface PoliciesOptions {
  /** Thresholds by service, read at each decision. */
  readonly limits: Tunable<Readonly<Record<ServiceName, ServiceLimits>>>;
  readonly clock: Clock;
  readonly observer: PolicyObserver;
  readonly metrics: Metrics;
}

/** One policy for each service of this process: breaker, bulkhead and retry budget are worth what they know. */
export function createPolicies({
  limits,
  clock,
  observer,
  metrics,
}: PoliciesOptions): Record<ServiceName, ServicePolicy> {
  const policyOf = (service: ServiceName): ServicePolicy => {
    // So that the gauge is there from the start, and not only once a circuit has opened.
    metrics.downstream.watch(service);
    return createServicePolicy({ service, limits: () => limits()[service], clock, observer });
  };
  const policies = {
    order: policyOf('order'),
    user: policyOf('user'),
    payment: policyOf('payment'),
    inventory: policyOf('inventory'),
  };
  const readingOf = (service: ServiceName): PolicyReading => ({
    ...policies[service].snapshot(),
    maxInFlight: limits()[service].bulkhead.maxInFlight,
  });
  metrics.policies.watch(() => [readingOf('order'), readingOf('user'), readingOf('payment'), readingOf('inventory')]);
  return policies;
}
