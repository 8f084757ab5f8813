import type { CallEdge, Circuit } from '../wire/index.ts';
import { counterNames, gaugeNames } from './counted.ts';
import { quantilesMs } from './quantile.ts';
import type { RateWindow } from './rate-window.ts';

/** Ends of an attempt that say nothing bad of the service. */
const noErrors: ReadonlySet<string> = new Set(['ok', 'aborted', 'outrun', 'NOT_FOUND', 'FORBIDDEN']);

const breakerStates = ['closed', 'open', 'half-open', 'isolated'] as const;

/** What a BFF has to do with each of its services, in the order of its circuits; first those, then who else is called. */
export function callEdges(window: RateWindow, circuits: readonly Circuit[]): readonly CallEdge[] {
  const measured = [...window.gauges(gaugeNames.breaker), ...window.gauges(gaugeNames.inFlight)];
  const services = new Set(
    [...circuits, ...measured.map(({ labels }) => ({ service: labels['service'] ?? '' }))].map(
      ({ service }) => service,
    ),
  );
  services.delete('');
  return [...services].map((service) => edgeTo(service, window, circuits));
}

function edgeTo(service: string, window: RateWindow, circuits: readonly Circuit[]): CallEdge {
  const gauge = (name: string): number | null =>
    window.gauges(name).find(({ labels }) => labels['service'] === service)?.value ?? null;
  const outcomes = window.rates('outcome', counterNames.attempts, { service });
  const ratePerSecond = total(outcomes, () => true);
  const errors = total(outcomes, (outcome) => !noErrors.has(outcome));
  return {
    service,
    ratePerSecond,
    errorShare: ratePerSecond === 0 ? 0 : errors / ratePerSecond,
    ...quantilesMs(window.buckets(counterNames.attemptBuckets, { service })),
    outcomes: Object.fromEntries(outcomes),
    rejectedPerSecond: window.rate(counterNames.rejections, { service }),
    breaker: circuits.find((circuit) => circuit.service === service)?.state ?? breakerIn(window, service),
    inFlight: gauge(gaugeNames.inFlight),
    inFlightLimit: gauge(gaugeNames.inFlightLimit),
    retriesLeft: gauge(gaugeNames.retriesLeft),
  };
}

function breakerIn(window: RateWindow, service: string): CallEdge['breaker'] {
  const current = window
    .gauges(gaugeNames.breaker)
    .find(({ labels, value }) => labels['service'] === service && value === 1);
  return breakerStates.find((state) => state === current?.labels['state']) ?? 'unknown';
}

/** The edges of a process that is dead: what it called, and nothing of how that goes. */
export const deadEdges = (services: readonly string[]): readonly CallEdge[] =>
  services.map((service) => ({
    service,
    ratePerSecond: 0,
    errorShare: 0,
    p50Ms: null,
    p95Ms: null,
    p99Ms: null,
    outcomes: {},
    rejectedPerSecond: 0,
    breaker: 'unknown',
    inFlight: null,
    inFlightLimit: null,
    retriesLeft: null,
  }));

function total(rates: ReadonlyMap<string, number>, counts: (outcome: string) => boolean): number {
  return [...rates].reduce((sum, [outcome, rate]) => (counts(outcome) ? sum + rate : sum), 0);
}
