import { type Metrics, createMetrics } from './index.ts';

const seriesOf = async (metrics: Metrics): Promise<readonly string[]> =>
  (await metrics.render()).text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.replace(/,?app="test-app"/, '').replace('{,', '{'));

const metricsOf = () => createMetrics({ app: 'test-app', processMetrics: false });

it('counts a request by method, route template and status, in seconds', async () => {
  const metrics = metricsOf();
  metrics.http.served({ method: 'GET', route: '/v1/orders/:orderId', status: 200, durationMs: 120 });
  metrics.http.served({ method: 'GET', route: '/v1/orders/:orderId', status: 200, durationMs: 1000 });
  const labels = 'http_request_method="GET",http_route="/v1/orders/:orderId",http_response_status_code="200"';
  const series = await seriesOf(metrics);
  expect(series).toContain(`http_server_request_duration_seconds_bucket{le="0.1",${labels}} 0`);
  expect(series).toContain(`http_server_request_duration_seconds_bucket{le="0.15",${labels}} 1`);
  expect(series).toContain(`http_server_request_duration_seconds_sum{${labels}} 1.12`);
  expect(series).toContain(`http_server_request_duration_seconds_count{${labels}} 2`);
});

it('gives methods that a client invented one name', async () => {
  const metrics = metricsOf();
  for (const method of ['BREW', 'PROPFIND', 'FOO1']) {
    metrics.http.served({ method, route: 'unmatched', status: 404, durationMs: 1 });
  }
  const counts = (await seriesOf(metrics)).filter((line) => line.includes('_count'));
  expect(counts).toEqual([expect.stringMatching(/http_request_method="_OTHER".* 3$/)]);
});

it('counts refused requests by reason, from zero on, and not among those that were served', async () => {
  const metrics = metricsOf();
  metrics.http.shed('event-loop-delay');
  metrics.http.shed('event-loop-delay');
  const series = await seriesOf(metrics);
  expect(series.filter((line) => line.startsWith('bff_requests_shed_total'))).toEqual([
    'bff_requests_shed_total{reason="in-flight"} 0',
    'bff_requests_shed_total{reason="event-loop-delay"} 2',
  ]);
  expect(series.filter((line) => line.startsWith('http_server'))).toEqual([]);
});

it('shows each breaker in one state, and counts its changes', async () => {
  const { downstream, ...rest } = metricsOf();
  downstream.watch('order');
  downstream.watch('payment');
  downstream.breakerChanged({ service: 'payment', to: 'open' });
  downstream.breakerChanged({ service: 'payment', to: 'half-open' });
  const series = await seriesOf({ downstream, ...rest });
  const inState = series.filter((line) => line.startsWith('bff_breaker_state') && line.endsWith(' 1'));
  expect(inState).toEqual([
    'bff_breaker_state{service="order",state="closed"} 1',
    'bff_breaker_state{service="payment",state="half-open"} 1',
  ]);
  expect(series.filter((line) => line.startsWith('bff_breaker_changes_total'))).toEqual([
    'bff_breaker_changes_total{service="payment",state="open"} 1',
    'bff_breaker_changes_total{service="payment",state="half-open"} 1',
  ]);
});

it('counts hedges, those that won, and those that were refused', async () => {
  const metrics = metricsOf();
  const call = { service: 'order', operation: 'getOrder' };
  metrics.downstream.hedged(call);
  metrics.downstream.hedged(call);
  metrics.downstream.hedgeWon(call);
  metrics.downstream.hedgeRefused({ ...call, reason: 'budget' });
  const series = await seriesOf(metrics);
  const of = 'service="order",operation="getOrder"';
  expect(series).toEqual(
    expect.arrayContaining([
      `bff_downstream_hedges_total{${of}} 2`,
      `bff_downstream_hedges_won_total{${of}} 1`,
      `bff_downstream_hedges_refused_total{${of},reason="budget"} 1`,
    ]),
  );
});

it('counts attempts, retries, refused retries and rejections', async () => {
  const metrics = metricsOf();
  const call = { service: 'order', operation: 'getOrder' };
  metrics.downstream.attemptEnded({ ...call, outcome: 'ok', durationMs: 20 });
  metrics.downstream.attemptEnded({ ...call, outcome: 'DOWNSTREAM_TIMEOUT', durationMs: 350 });
  metrics.downstream.retried(call);
  metrics.downstream.retryRefused({ ...call, reason: 'budget' });
  metrics.downstream.rejected({ ...call, code: 'DOWNSTREAM_CIRCUIT_OPEN' });
  const series = await seriesOf(metrics);
  const of = 'service="order",operation="getOrder"';
  expect(series).toEqual(
    expect.arrayContaining([
      `bff_downstream_attempt_duration_seconds_count{${of},outcome="ok"} 1`,
      `bff_downstream_attempt_duration_seconds_sum{${of},outcome="DOWNSTREAM_TIMEOUT"} 0.35`,
      `bff_downstream_retries_total{${of}} 1`,
      `bff_downstream_retries_refused_total{${of},reason="budget"} 1`,
      `bff_downstream_rejections_total{${of},code="DOWNSTREAM_CIRCUIT_OPEN"} 1`,
    ]),
  );
});

it('counts pages by client, of which any number may come', async () => {
  const metrics = metricsOf();
  metrics.pages.pageEnded({ page: 'order', outcome: 'complete', client: 'ios/5.2' });
  metrics.pages.pageEnded({ page: 'home', outcome: 'complete', client: 'ios/5.2' });
  for (let version = 0; version < 100; version += 1) {
    metrics.pages.pageEnded({ page: 'order', outcome: 'failed', client: `made-up/${version}` });
  }
  metrics.pages.pageEnded({ page: 'order', outcome: 'complete', client: 'ios/5.2' });
  const series = (await seriesOf(metrics)).filter((line) => line.startsWith('bff_page_requests_by_client_total'));
  expect(series).toHaveLength(51);
  expect(series).toContain('bff_page_requests_by_client_total{client="ios/5.2",outcome="complete"} 3');
  expect(series).toContain('bff_page_requests_by_client_total{client="other",outcome="failed"} 51');
});

it('counts pages and their sections', async () => {
  const metrics = metricsOf();
  metrics.pages.pageEnded({ page: 'order', outcome: 'degraded' });
  metrics.pages.sectionEnded({ page: 'order', section: 'payment', status: 'failed', code: 'DOWNSTREAM_TIMEOUT' });
  metrics.pages.sectionEnded({ page: 'order', section: 'order', status: 'ok' });
  expect(await seriesOf(metrics)).toEqual(
    expect.arrayContaining([
      'bff_page_requests_total{page="order",outcome="degraded"} 1',
      'bff_section_outcomes_total{page="order",section="payment",status="failed",code="DOWNSTREAM_TIMEOUT"} 1',
      'bff_section_outcomes_total{page="order",section="order",status="ok",code="none"} 1',
    ]),
  );
});

it('shows what the cache keeps in memory at the moment it is asked', async () => {
  const metrics = metricsOf();
  const memory = { entries: 1, bytes: 300 };
  metrics.cache.watchMemory(() => memory);
  await seriesOf(metrics);
  memory.bytes = 700;
  expect(await seriesOf(metrics)).toEqual(
    expect.arrayContaining(['bff_cache_memory_bytes{} 700', 'bff_cache_memory_entries{} 1']),
  );
});

it('shows how the policies of each service stand at the moment it is asked', async () => {
  const metrics = metricsOf();
  const payment = { service: 'payment', inFlight: 3, maxInFlight: 64, retriesLeft: 1 };
  metrics.policies.watch(() => [payment]);
  await seriesOf(metrics);
  payment.inFlight = 64;
  expect(await seriesOf(metrics)).toEqual(
    expect.arrayContaining([
      'bff_bulkhead_in_flight{service="payment"} 64',
      'bff_bulkhead_limit{service="payment"} 64',
      'bff_retry_budget_remaining{service="payment"} 1',
    ]),
  );
});

it('counts what operators do', async () => {
  const metrics = metricsOf();
  metrics.operator.acted({ service: 'payment', act: 'isolate', from: 'here' });
  expect(await seriesOf(metrics)).toContain('bff_operator_acts_total{service="payment",act="isolate",from="here"} 1');
});

it('keeps the metrics of two apps in one process apart', async () => {
  const one = createMetrics({ app: 'one' });
  createMetrics({ app: 'two' }).pages.pageEnded({ page: 'home', outcome: 'complete' });
  const text = (await one.render()).text;
  expect(text).not.toContain('two');
  expect(text).toMatch(/^process_cpu_seconds_total\{app="one"\} [\d.]+$/m);
});
