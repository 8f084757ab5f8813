import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { apps } from '../../src/apps.ts';
import { root } from '../../src/running/running-command.ts';
import { dashboards, grafanaDir } from './dashboard-files.ts';
import { prometheusDir } from './rule-files.ts';

const composeSchema = z.object({
  services: z.record(
    z.string(),
    z.object({
      build: z.object({ args: z.object({ APP: z.string() }) }).optional(),
      environment: z.record(z.string(), z.string()).default({}),
      profiles: z.array(z.string()).default([]),
      networks: z.array(z.string()).default(['default']),
    }),
  ),
});
const scrapeSchema = z.object({
  scrape_configs: z.array(
    z.object({
      job_name: z.string(),
      static_configs: z.array(z.object({ targets: z.array(z.string()), labels: z.object({ app: z.string() }) })),
    }),
  ),
});
const sourcesSchema = z.object({
  datasources: z.array(z.object({ uid: z.string(), type: z.string(), url: z.string() })),
});

const read = (file: string): unknown => parse(readFileSync(file, 'utf8'), { merge: true });
const { services } = composeSchema.parse(read(path.join(root, 'docker-compose.yml')));
const jobs = scrapeSchema.parse(read(path.join(prometheusDir, 'prometheus.yml'))).scrape_configs;
const { datasources } = sourcesSchema.parse(read(path.join(grafanaDir, 'provisioning/datasources/datasources.yml')));

const built = Object.entries(services).filter(([, { build }]) => build);
/** `mobile-bff:9001`: where a container's admin port is, if it can be reached from another one. */
const adminAddresses = built.map(([name, { environment }]) =>
  environment['ADMIN_HOST'] === '0.0.0.0' ? `${name}:${environment['ADMIN_PORT']}` : `${name}: on loopback`,
);

describe('Prometheus in docker-compose.yml', () => {
  it('reads the admin port of every app, under its name', () => {
    const scraped = jobs.flatMap((job) => job.static_configs);
    expect(scraped.flatMap(({ targets }) => targets).toSorted()).toEqual(adminAddresses.toSorted());
    for (const { targets, labels } of scraped) expect(targets).toEqual([expect.stringMatching(`^${labels.app}:`)]);
  });

  it('has the BFFs and the services in jobs of their own, by which the rules tell them apart', () => {
    const inJob = (name: string) =>
      jobs.find((job) => job.job_name === name)?.static_configs.map(({ labels }) => labels.app);
    const ofKind = (kind: string) => apps.filter((app) => app.kind === kind).map(({ name }) => name);
    expect(inJob('bff')).toEqual(ofKind('bff'));
    expect(inJob('service')).toEqual(ofKind('service'));
  });

  it('shares a network with all that it reads, and Grafana with none of them', () => {
    const of = (name: string) => services[name]?.networks ?? [];
    for (const [name, { networks }] of built) {
      expect({ name, shared: networks.filter((network) => of('prometheus').includes(network)) }).toEqual({
        name,
        shared: ['default'],
      });
      expect({ name, shared: networks.filter((network) => of('grafana').includes(network)) }).toEqual({
        name,
        shared: [],
      });
    }
  });
});

describe('the console in docker-compose.yml', () => {
  it('watches every other app', () => {
    const targets = services['console']?.environment['CONSOLE_TARGETS']?.trim().split(',');
    const others = adminAddresses.filter((address) => !address.startsWith('console:'));
    expect(targets?.toSorted()).toEqual(
      others.map((address) => `${address.split(':')[0]}=http://${address}`).toSorted(),
    );
  });
});

describe('the profile observability', () => {
  const inProfile = Object.entries(services).filter(([, { profiles }]) => profiles.length > 0);

  it('adds Prometheus, Grafana and a trace backend, and the system goes without', () => {
    expect(inProfile.map(([name, { profiles }]) => [name, profiles])).toEqual(
      ['prometheus', 'grafana', 'jaeger'].map((name) => [name, ['observability']]),
    );
  });

  it('leaves tracing off unless it is asked for, and sends traces to the backend then', () => {
    for (const { name } of apps.filter((app) => app.kind === 'bff')) {
      expect({ name, environment: services[name]?.environment }).toMatchObject({
        environment: {
          OTEL_TRACES_EXPORTER: '${OTEL_TRACES_EXPORTER:-none}',
          OTEL_EXPORTER_OTLP_ENDPOINT: 'http://jaeger:4318',
        },
      });
    }
  });

  it('gives Grafana the sources that the dashboards name, on the network that it is in', () => {
    const named = dashboards.flatMap(({ panels, annotations, templating }) =>
      [
        ...panels.flatMap((panel) => [panel.datasource, ...panel.targets.map((target) => target.datasource)]),
        ...annotations.list.map(({ datasource }) => datasource),
        ...templating.list.map(({ datasource }) => datasource),
      ].map(({ uid, type }) => `${type} ${uid}`),
    );
    expect([...new Set(named)]).toEqual(['prometheus prometheus']);
    expect(datasources.map(({ uid, type }) => `${type} ${uid}`)).toEqual(['prometheus prometheus', 'jaeger jaeger']);
    for (const { url } of datasources) expect(services[new URL(url).hostname]?.networks).toContain('dashboards');
  });
});
