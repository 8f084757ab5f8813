import { setTimeout as sleep } from 'node:timers/promises';
import { type FiringAlert, type PrometheusServer, describeWithPrometheus, startPrometheus } from '@bff/testing';
import { watchedApps } from '../../src/apps.ts';
import { type WholeSystem, startWholeSystem } from '../../src/running/whole-system.ts';
import { filledIn, dashboardQueries } from './dashboard-files.ts';
import { type HastenedConfig, hastenedConfig } from './hastened-config.ts';
import { knownMetrics } from './known-metrics.ts';
import { selectorsOf } from './promql-selectors.ts';
import { rules } from './rule-files.ts';
import { unknownNames } from './unknown-names.ts';

/** Ample: what is waited for comes within ten seconds on a machine that has time. */
const PATIENCE_MS = 60_000;
jest.setTimeout(PATIENCE_MS + 5000);

/** Panels that show something only where there is a Redis, or when somebody has acted or edited. */
const quietPanels = [
  'BFF: one process / Looks into Redis',
  'BFF: one process / Reloads of the settings',
  'BFF: services and circuits / Acts of operators',
];

describeWithPrometheus('a real Prometheus that reads a running system', () => {
  let system: WholeSystem;
  let config: HastenedConfig;
  let prometheus: PrometheusServer;
  const visits = new AbortController();
  let visitors: Promise<unknown> = Promise.resolve();

  beforeAll(async () => {
    // A retry for every fiftieth call and not one more, however few calls a busy machine makes: spent within seconds.
    const budget = {
      SETTINGS__services__payment__retryBudget__ratio: '0.02',
      SETTINGS__services__payment__retryBudget__minPerSecond: '0',
    };
    const quiet = { LOG_LEVEL: 'fatal', MOCK_LATENCY_MEDIAN_MS: '0' };
    system = await startWholeSystem((app) => (app === 'mobile-bff' ? { ...quiet, ...budget } : quiet));
    config = hastenedConfig((app) => (watchedApps.some(({ name }) => name === app) ? system.adminUrl(app) : undefined));
    prometheus = await startPrometheus(config.file);
    visitors = Promise.all([visit('mobile-bff'), visit('mobile-bff'), visit('web-bff')]);
  });
  afterAll(async () => {
    visits.abort();
    await visitors;
    await prometheus?.stop();
    config?.remove();
    await system?.close();
  });

  it('reaches every app', async () => {
    const all = Object.fromEntries(watchedApps.map(({ name }) => [name, 'up']));
    await until(prometheus.targets, (targets) => expect(targets).toEqual(all));
  });

  it('alarms nobody while all is well', async () => {
    const whole = 'rate(bff_page_requests_total{app="mobile-bff", outcome="complete"}[5s]) > 0';
    await until(
      () => prometheus.query(whole),
      (series) => expect(series).not.toEqual([]),
    );
    await until(firing, (alerts) => expect(alerts).toEqual([]));
  });

  it('reads only metrics and labels that a BFF shows or a rule records, in rules and dashboards', async () => {
    const response = await fetch(`${system.adminUrl('mobile-bff')}/metrics`);
    const known = knownMetrics(await response.text());
    const expressions = [
      ...rules.map(({ alert, record, expr }) => ({ where: alert ?? record ?? '', expr })),
      ...dashboardQueries.map(({ where, expr }) => ({ where, expr: filled(expr) })),
    ];
    expect(expressions.flatMap((expression) => unknownNames(expression, known))).toEqual([]);
    expect(expressions.flatMap(({ expr }) => selectorsOf(expr)).length).toBeGreaterThan(50);
  });

  it('alarms when a service fails more often than retries may make up for', async () => {
    // Seldom five in a row, which would open the circuit.
    await system.setFault('payment', { kind: 'error', probability: 0.2 });
    await until(firing, (alerts) => expect(alerts).toContain('RetryBudgetSpent mobile-bff payment ticket'));
    await system.clearFaults();
  });

  it('alarms when a service hangs: its circuit, then the share of partial pages', async () => {
    await system.setFault('payment', 'hang');
    const expected = [
      'CircuitOpen mobile-bff payment ticket',
      'CircuitOpen web-bff payment ticket',
      'PagesPartialFast mobile-bff page',
      'PagesPartialFast web-bff page',
    ];
    await until(firing, (alerts) => expect(alerts).toEqual(expect.arrayContaining(expected)));
    const circuit = (await prometheus.firing()).find(({ labels }) => text(labels) === expected[0]);
    expect(circuit?.annotations).toEqual({
      summary: 'mobile-bff does not call the payment service: it fails or is slow',
      runbook: 'docs/runbooks/circuit-open.md',
    });
  });

  it('understands every query of the dashboards, and has something to show for each', async () => {
    const asked = dashboardQueries.map(async ({ where, expr }) => {
      const series = await prometheus.query(filled(expr)).catch((cause: unknown) => {
        throw new Error(where, { cause });
      });
      return series.length === 0 ? [where] : [];
    });
    expect((await Promise.all(asked)).flat().toSorted()).toEqual(quietPanels);
  });

  it('finds the alarms over when the service is back', async () => {
    await system.clearFaults();
    await until(firing, (alerts) => {
      expect(alerts.filter((alert) => /^(CircuitOpen|PagesPartialFast|RetryBudgetSpent)/.test(alert))).toEqual([]);
    });
  });

  it('alarms when a BFF is gone, and only for that one', async () => {
    system.signal('graphql-bff', 'SIGKILL');
    await until(firing, (alerts) => {
      expect(alerts.filter((alert) => alert.startsWith('NoReplica'))).toEqual(['NoReplica graphql-bff page']);
    });
  });

  const firing = async (): Promise<string[]> => (await prometheus.firing()).map(({ labels }) => text(labels));

  /** Somebody who opens the same order again and again. */
  async function visit(app: string): Promise<void> {
    while (!visits.signal.aborted) {
      await system.get('/v1/orders/ord_20000', 'usr_0001', app).catch(() => undefined);
      await sleep(50);
    }
  }
});

/** `CircuitOpen mobile-bff payment ticket`. */
const text = (labels: FiringAlert['labels']): string =>
  ['alertname', 'app', 'service', 'severity'].flatMap((label) => labels[label] ?? []).join(' ');

const filled = (expr: string): string => filledIn(expr, { app: 'mobile-bff', window: '5s' });

/** Looks again until what is seen is as expected; in the end the expectation's own words say what is wrong. */
async function until<T>(look: () => Promise<T>, expectation: (seen: T) => void): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    const seen = await look();
    try {
      return expectation(seen);
    } catch (error) {
      if (performance.now() > giveUpAt) throw error;
    }
    await sleep(200);
  }
}
