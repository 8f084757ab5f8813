import { metricsFrom } from './metrics-reading.ts';

const text = `# HELP calls_total Calls.
# TYPE calls_total counter
calls_total{service="order",outcome="ok"} 3
calls_total{service="order",outcome="failed"} 2
calls_total{service="user",outcome="ok"} 5
up 1
nodejs_lag_seconds 1.5e-3
`;

it('adds up series by name and labels', () => {
  const metrics = metricsFrom(text);
  expect(metrics.sum('calls_total')).toBe(10);
  expect(metrics.sum('calls_total', { service: 'order' })).toBe(5);
  expect(metrics.sum('calls_total', { service: 'order', outcome: 'ok' })).toBe(3);
  expect(metrics.sum('calls_total', { service: 'payment' })).toBe(0);
  expect(metrics.by('outcome', 'calls_total')).toEqual({ ok: 8, failed: 2 });
  expect([metrics.sum('up'), metrics.sum('nodejs_lag_seconds'), metrics.sum('missing')]).toEqual([1, 0.0015, 0]);
});
