import { readExposition } from './exposition.ts';
import { createMetrics } from './metrics.ts';

const valuesOf = (text: string) =>
  readExposition(text).map(({ name, labels, value }) => [name, labels, value] as const);

it('reads series with and without labels, and passes over what is none', () => {
  const text = `# HELP calls_total Calls.
# TYPE calls_total counter
calls_total{service="order",outcome="ok"} 3
up 1

lag_seconds 1.5e-3 1795626983000
hot{le="+Inf"} +Inf
<html>503 Service Unavailable</html>
half{service="or
no_value
not_a_number twelve
`;
  expect(valuesOf(text)).toEqual([
    ['calls_total', { service: 'order', outcome: 'ok' }, 3],
    ['up', {}, 1],
    ['lag_seconds', {}, 0.0015],
    ['hot', { le: '+Inf' }, Number.POSITIVE_INFINITY],
  ]);
});

it('reads labels that hold braces, commas, quotes and line breaks', () => {
  const route = String.raw`served{route="/v1/{id},\"x\"",text="a\nb\\"} 2`;
  expect(valuesOf(route)).toEqual([['served', { route: '/v1/{id},"x"', text: 'a\nb\\' }, 2]]);
});

it('names the same series the same, and looks only into those that are wanted', () => {
  const [first] = readExposition('a{x="1"} 1\nb 2', (name) => name === 'a');
  const [second, ...more] = readExposition('a{x="1"} 5\nb 7', (name) => name === 'a');
  expect(second?.id).toBe(first?.id);
  expect(more).toEqual([]);
});

it('reads what our own processes expose', async () => {
  const metrics = createMetrics({ app: 'web-bff', processMetrics: false });
  metrics.http.served({ method: 'GET', route: '/v1/orders/:orderId', status: 200, durationMs: 12 });
  const { text } = await metrics.render();
  const counts = readExposition(text).filter(({ name }) => name === 'http_server_request_duration_seconds_count');
  expect(counts.map(({ labels, value }) => [labels['http_route'], value])).toEqual([['/v1/orders/:orderId', 1]]);
});
