import { systemClock } from '@bff/clock';
import { type CallContext, type ServiceConnections, type Services, createServices } from '../src/index.ts';
import { Deadline, type ServiceLimits, createServicePolicy, defaultServiceLimits } from '@bff/resilience';
import { type StubService, startStubService } from '@bff/testing';

export interface Connected {
  readonly stub: StubService;
  readonly services: Services;
  readonly connections: ServiceConnections;
  /** Aborts with the reason that the test gives. */
  readonly deadline: Deadline;
}

export interface ConnectedOptions {
  readonly attemptMs?: number;
  readonly retries?: number;
  readonly context?: Partial<CallContext>;
  /** Turns the stub's base URL into the services'. */
  readonly url?: (base: string) => string;
}

/** No breaker and no budget gets in the way of what is tested here; time is real, because sockets are. */
const limitsOf = ({ attemptMs = 2_000, retries = 0 }: ConnectedOptions): ServiceLimits => ({
  ...defaultServiceLimits,
  attemptMs,
  retries,
  retryBudget: { ratio: 1, minPerSecond: 1_000 },
  breaker: { ...defaultServiceLimits.breaker, minimumCalls: 100_000, consecutiveFailures: 100_000 },
});

/** Runs a test against one stub that plays all four services, with the real policies, and ends everything after it. */
export async function connected(test: (connected: Connected) => Promise<void>, options: ConnectedOptions = {}) {
  const stub = await startStubService();
  const limits = limitsOf(options);
  const policy = (service: string) => createServicePolicy({ service, limits: () => limits, clock: systemClock });
  const url = options.url?.(stub.url) ?? stub.url;
  const connections = createServices({
    urls: { order: url, user: url, payment: url, inventory: url },
    policies: {
      order: policy('order'),
      user: policy('user'),
      payment: policy('payment'),
      inventory: policy('inventory'),
    },
    clock: systemClock,
    app: 'test-bff',
  });
  const deadline = Deadline.after(10_000, { clock: systemClock });
  const services = connections.bind({ deadline, requestId: 'req-1', ...options.context });
  try {
    await test({ stub, services, connections, deadline });
  } finally {
    deadline.dispose();
    await connections.close();
    await stub.close();
  }
}
