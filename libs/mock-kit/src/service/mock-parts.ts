import { type Clock, systemClock } from '@bff/clock';
import type { ServiceContract } from '@bff/contracts';
import { type Logger, type Metrics, createLogger, createMetrics } from '@bff/observability';
import type { DataSet } from '../data/data-set.ts';
import { openDataSet } from '../data/open-data-set.ts';
import { type Faults, createFaults } from '../faults/create-faults.ts';
import { type Latency, createLatency } from '../latency.ts';
import type { MockConfig } from './mock-config.ts';

/** What a mock service is put together from. */
export interface MockParts {
  readonly name: string;
  readonly contract: ServiceContract;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly dataSet: DataSet;
  readonly faults: Faults;
  readonly latency: Latency;
}

/** What a test may replace. */
export type MockOverrides = Partial<Pick<MockParts, 'clock' | 'logger' | 'metrics' | 'dataSet'>> & {
  /** Decides with a fault's probability whether it fires; from 0 up to but not including 1. */
  readonly random?: () => number;
};

export interface MockPartsOptions {
  readonly name: string;
  readonly contract: ServiceContract;
  readonly config: MockConfig;
  /** Operations that a fault on `all` leaves alone. Default none. */
  readonly sparedByAll?: readonly string[];
  readonly overrides?: MockOverrides;
}

/** Makes everything that a mock service consists of, but for its own store and routes. */
export function createMockParts({
  name,
  contract,
  config,
  sparedByAll = [],
  overrides = {},
}: MockPartsOptions): MockParts {
  const { clock = systemClock, random = Math.random } = overrides;
  const { seed, dataDir, latencyMedianMs, logLevel } = config;
  return {
    name,
    contract,
    clock,
    logger: overrides.logger ?? createLogger({ app: name, level: logLevel, clock }),
    metrics: overrides.metrics ?? createMetrics({ app: name }),
    dataSet: overrides.dataSet ?? openDataSet({ seed, dataDir }),
    faults: createFaults({ routes: Object.values(contract.operations), sparedByAll, clock, random }),
    latency: createLatency({ medianMs: latencyMedianMs, clock, seed }),
  };
}
