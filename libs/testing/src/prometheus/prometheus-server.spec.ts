import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithPrometheus } from './describe-with-prometheus.ts';
import { type PrometheusServer, startPrometheus } from './prometheus-server.ts';

describeWithPrometheus('a Prometheus of the test', () => {
  let dir: string;
  let prometheus: PrometheusServer;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'prometheus-spec-'));
    const rules = {
      groups: [{ name: 'all', rules: [{ alert: 'Always', expr: 'vector(1)', labels: { level: 'high' } }] }],
    };
    await writeFile(join(dir, 'rules.yml'), JSON.stringify(rules));
    await writeFile(
      join(dir, 'good.yml'),
      JSON.stringify({ global: { evaluation_interval: '1s' }, rule_files: ['rules.yml'], scrape_configs: [] }),
    );
    await writeFile(join(dir, 'bad.yml'), 'scrape_config: []');
    prometheus = await startPrometheus(join(dir, 'good.yml'));
  });
  afterAll(async () => {
    await prometheus.stop();
    await rm(dir, { recursive: true, force: true });
  });

  it('answers queries with the labels of what they give, and says what does not parse', async () => {
    expect(await prometheus.query('label_replace(vector(1), "a", "b", "", "")')).toEqual([{ a: 'b' }]);
    expect(await prometheus.query('1 + 1')).toEqual([]);
    await expect(prometheus.query('sum(')).rejects.toThrow(/parse error: unclosed left parenthesis/);
  });

  it('knows its targets, and what fires', async () => {
    expect(await prometheus.targets()).toEqual({});
    let firing = await prometheus.firing();
    for (let turn = 0; turn < 200 && firing.length === 0; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      firing = await prometheus.firing();
    }
    expect(firing).toMatchObject([{ labels: { alertname: 'Always', level: 'high' }, annotations: {} }]);
  });

  it('does not start with a configuration that is wrong, and says why', async () => {
    await expect(startPrometheus(join(dir, 'bad.yml'))).rejects.toThrow(/scrape_config not found/);
  });

  it('is gone when it was stopped', async () => {
    const other = await startPrometheus(join(dir, 'good.yml'));
    await other.stop();
    await expect(fetch(other.url)).rejects.toThrow('fetch failed');
    await other.stop();
  });
});
