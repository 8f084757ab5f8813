import { VirtualClock } from '@bff/testing';
import { callEdges } from './call-edges.ts';
import { countedIn } from './counted.ts';
import { pageRates } from './page-rates.ts';
import { quantileMs } from './quantile.ts';
import { RateWindow } from './rate-window.ts';
import { trafficOf } from './traffic.ts';

const clock = () => new VirtualClock();

/** An exposition with so many answers, of which so many took up to 0.1 s and the rest up to 0.5 s. */
const requests = ({ ok = 0, failed = 0, gone = 0, fast = 0, startedAt = 1 }) => `
process_start_time_seconds ${startedAt}
http_server_request_duration_seconds_bucket{http_response_status_code="200",le="0.1"} ${fast}
http_server_request_duration_seconds_bucket{http_response_status_code="200",le="0.5"} ${ok}
http_server_request_duration_seconds_bucket{http_response_status_code="200",le="+Inf"} ${ok}
http_server_request_duration_seconds_count{http_response_status_code="200"} ${ok}
http_server_request_duration_seconds_count{http_response_status_code="503"} ${failed}
http_server_request_duration_seconds_count{http_response_status_code="499"} ${gone}
`;

function windowOf(readings: readonly string[], stepMs = 1000): RateWindow {
  const time = clock();
  const window = new RateWindow(time);
  for (const reading of readings) {
    window.add(countedIn(reading));
    time.advance(stepMs);
  }
  return window;
}

it('says nothing of a first reading', () => {
  expect(trafficOf(windowOf([requests({ ok: 1000 })]))).toBeNull();
});

it('has rates, shares and quantiles of what was counted since', () => {
  const traffic = trafficOf(
    windowOf([requests({ ok: 1000, fast: 1000 }), requests({ ok: 1080, fast: 1040, failed: 20, gone: 50 })]),
  );
  expect(traffic).toMatchObject({ ratePerSecond: 100, errorShare: 0.2 });
  expect(traffic?.p50Ms).toBeCloseTo(100);
  expect(traffic?.p95Ms).toBeCloseTo(460);
});

it('forgets what is older than five seconds', () => {
  const readings = [0, 100, 100, 100, 100, 100, 100].map((ok) => requests({ ok }));
  expect(trafficOf(windowOf(readings.slice(0, 6)))?.ratePerSecond).toBe(20);
  expect(trafficOf(windowOf(readings))?.ratePerSecond).toBe(0);
});

it('takes a counter that was set back for a new one, and never counts backwards', () => {
  expect(trafficOf(windowOf([requests({ ok: 1000 }), requests({ ok: 30 })]))?.ratePerSecond).toBe(30);
});

it('knows by its start that a process is another one, even where its counters are higher by then', () => {
  const readings = [requests({ ok: 10 }), requests({ ok: 50, startedAt: 2 })];
  expect(trafficOf(windowOf(readings))?.ratePerSecond).toBe(50);
});

it('starts anew after a gap', () => {
  const window = windowOf([requests({ ok: 10 }), requests({ ok: 50 })]);
  window.clear();
  expect(trafficOf(window)).toBeNull();
  window.add(countedIn(requests({ ok: 5000 })));
  expect(trafficOf(window)).toBeNull();
});

it('knows where a bucket begins, though nothing fell into the one below', () => {
  const traffic = trafficOf(windowOf([requests({ ok: 0 }), requests({ ok: 100, fast: 0 })]));
  expect(traffic?.p50Ms).toBeCloseTo(300);
});

it('estimates quantiles as Prometheus does', () => {
  const buckets = new Map([
    ['0.1', 50],
    ['0.5', 90],
    ['+Inf', 100],
  ]);
  expect([0.25, 0.5, 0.7, 0.99].map((quantile) => Math.round(quantileMs(buckets, quantile) ?? -1))).toEqual([
    50, 100, 300, 500,
  ]);
  expect(quantileMs(new Map(), 0.5)).toBeNull();
  expect(quantileMs(new Map([['+Inf', 0]]), 0.5)).toBeNull();
});

const calls = (ok: number, timeouts: number, rejected: number) => `
bff_downstream_attempt_duration_seconds_count{service="payment",operation="getPayments",outcome="ok"} ${ok}
bff_downstream_attempt_duration_seconds_count{service="payment",operation="getPayments",outcome="DOWNSTREAM_TIMEOUT"} ${timeouts}
bff_downstream_attempt_duration_seconds_bucket{service="payment",outcome="ok",le="0.1"} ${ok}
bff_downstream_attempt_duration_seconds_bucket{service="payment",outcome="ok",le="+Inf"} ${ok}
bff_downstream_rejections_total{service="payment",operation="getPayments",code="DOWNSTREAM_CIRCUIT_OPEN"} ${rejected}
bff_breaker_state{service="payment",state="closed"} 0
bff_breaker_state{service="payment",state="open"} 1
bff_bulkhead_in_flight{service="payment"} 3
bff_bulkhead_limit{service="payment"} 64
bff_retry_budget_remaining{service="payment"} 7
bff_page_requests_total{page="order",outcome="complete"} ${ok}
bff_page_requests_total{page="order",outcome="degraded"} ${timeouts}
bff_page_requests_total{page="order",outcome="aborted"} ${rejected}
`;

it('has an edge for each service, with what its circuit turned away', () => {
  const [edge, ...more] = callEdges(windowOf([calls(0, 0, 0), calls(30, 10, 5)]), []);
  expect(more).toEqual([]);
  expect(edge).toMatchObject({
    service: 'payment',
    ratePerSecond: 40,
    errorShare: 0.25,
    outcomes: { ok: 30, DOWNSTREAM_TIMEOUT: 10 },
    rejectedPerSecond: 5,
    breaker: 'open',
    inFlight: 3,
    inFlightLimit: 64,
    retriesLeft: 7,
  });
});

it('has the share of pages that were not whole, without those that nobody waited for', () => {
  expect(pageRates(windowOf([calls(0, 0, 0), calls(30, 10, 5)]))).toEqual([
    { page: 'order', ratePerSecond: 40, partialShare: 0.25 },
  ]);
});
