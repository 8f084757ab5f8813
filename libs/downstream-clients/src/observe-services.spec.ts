import { createLogSink, createLogger, createMetrics } from '@bff/observability';
import type { PolicyObserver } from '@bff/resilience';
import { observeServices } from './observe-services.ts';

const call = { service: 'order', operation: 'getOrder' };

/** One of each. The type demands an entry for every event that the observer can be told. */
const events: Record<keyof PolicyObserver, (observer: Required<PolicyObserver>) => void> = {
  attemptEnded: (to) => to.attemptEnded({ ...call, attempt: 1, durationMs: 350, outcome: 'DOWNSTREAM_TIMEOUT' }),
  retried: (to) => to.retried({ ...call, attempt: 1, code: 'DOWNSTREAM_TIMEOUT', delayMs: 20 }),
  retryRefused: (to) => to.retryRefused({ ...call, code: 'DOWNSTREAM_TIMEOUT', reason: 'budget' }),
  rejected: (to) => to.rejected({ ...call, code: 'DOWNSTREAM_OVERLOADED', retryAfterMs: undefined }),
  hedged: (to) => to.hedged({ ...call, delayMs: 40 }),
  hedgeWon: (to) => to.hedgeWon(call),
  hedgeRefused: (to) => to.hedgeRefused({ ...call, reason: 'load' }),
  breakerChanged: (to) =>
    to.breakerChanged({ service: 'order', from: 'closed', to: 'open', reason: 'failure-ratio', openForMs: 5_000 }),
  unexpectedError: (to) => to.unexpectedError({ ...call, error: new RangeError('a defect') }),
};

/** What is counted and logged after one event. */
async function after(name: keyof PolicyObserver) {
  const metrics = createMetrics({ app: 'test-app', processMetrics: false });
  const sink = createLogSink();
  events[name](observeServices(metrics, createLogger({ app: 'test-app', destination: sink })));
  const { text } = await metrics.render();
  return {
    series: text
      .replaceAll(/,?app="test-app"/g, '')
      .replaceAll('{,', '{')
      .split('\n'),
    logged: sink.lines(),
  };
}

describe('observeServices', () => {
  const of = 'service="order",operation="getOrder"';

  it.each([
    ['attemptEnded', `bff_downstream_attempt_duration_seconds_sum{${of},outcome="DOWNSTREAM_TIMEOUT"} 0.35`],
    ['retried', `bff_downstream_retries_total{${of}} 1`],
    ['retryRefused', `bff_downstream_retries_refused_total{${of},reason="budget"} 1`],
    ['rejected', `bff_downstream_rejections_total{${of},code="DOWNSTREAM_OVERLOADED"} 1`],
    ['hedged', `bff_downstream_hedges_total{${of}} 1`],
    ['hedgeWon', `bff_downstream_hedges_won_total{${of}} 1`],
    ['hedgeRefused', `bff_downstream_hedges_refused_total{${of},reason="load"} 1`],
  ] as const)('counts %s and does not log it', async (name, line) => {
    const { series, logged } = await after(name);
    expect(series).toContain(line);
    expect(logged).toEqual([]);
  });

  it('counts a change of a breaker, shows its state, and logs it', async () => {
    const { series, logged } = await after('breakerChanged');
    expect(series).toContain('bff_breaker_changes_total{service="order",state="open"} 1');
    expect(series).toContain('bff_breaker_state{service="order",state="open"} 1');
    expect(logged).toMatchObject([{ level: 'warn', msg: 'circuit breaker changed', to: 'open', openForMs: 5_000 }]);
  });

  it('logs a defect of ours as an error', async () => {
    const { logged } = await after('unexpectedError');
    expect(logged).toMatchObject([{ level: 'error', ...call, err: { message: 'a defect' } }]);
  });
});
