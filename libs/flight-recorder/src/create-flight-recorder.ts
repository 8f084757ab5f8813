import type { Clock } from '@bff/clock';
import type { PageListener } from '@bff/observability';
import type { ServiceLimits, Tunable } from '@bff/resilience';
import type { Router } from 'express';
import { flightRecorderRoutes } from './flight-recorder-routes.ts';
import { LastMinute } from './last-minute/last-minute.ts';
import { RecentPages } from './recent-pages.ts';
import { RecordedCalls } from './what-if/recorded-calls.ts';

export interface FlightRecorderOptions<Service extends string> {
  readonly app: string;
  readonly clock: Clock;
  /** Those that can be called. */
  readonly services: readonly Service[];
  /** The limits of a service, read at each use. */
  readonly limits: (service: Service) => ServiceLimits;
}

/** What a BFF remembers of the last minutes. */
export interface FlightRecorder {
  /** To be told of each page. */
  readonly listener: PageListener;
  /** For the admin port. */
  readonly routes: (router: Router) => void;
}

/** Remembers pages and calls from now on, in memory that does not grow: about 3 MiB with four services, 8 MiB at most. */
export function createFlightRecorder<Service extends string>(options: FlightRecorderOptions<Service>): FlightRecorder {
  const { app, clock, services } = options;
  const limits = new Map<string, Tunable<ServiceLimits>>(
    services.map((service) => [service, () => options.limits(service)]),
  );
  const minute = new LastMinute();
  const recent = new RecentPages();
  const calls = new RecordedCalls({ limits, beganAtMs: clock.now() });
  return {
    listener: {
      attemptEnded: (record, attempt) => calls.attemptEnded(record, attempt),
      pageEnded(record) {
        minute.add(record);
        calls.pageEnded(record);
        const outcome = record.ended?.outcome;
        if (outcome === 'degraded' || outcome === 'failed') recent.add(record);
      },
    },
    routes: flightRecorderRoutes({ app, clock, limits, minute, recent, calls }),
  };
}
