import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { filesIn, prometheusDir } from './rule-files.ts';

/** The configuration of this repository, with other addresses and a faster clock. */
export interface HastenedConfig {
  readonly file: string;
  remove(): void;
}

const configSchema = z.looseObject({
  global: z.looseObject({}),
  scrape_configs: z.array(
    z.looseObject({
      static_configs: z.array(z.object({ targets: z.array(z.string()), labels: z.object({ app: z.string() }) })),
    }),
  ),
});

/**
 * Writes the configuration into a folder of its own. Changed in it are
 * - the addresses: each app's admin port is where `adminUrl` says; apps of which it knows none are left out;
 * - the intervals: everything is scraped and evaluated once a second;
 * - the durations in the rules: a minute becomes a second (`for: 1m` is 1 s, `[1h]` is 60 s). Expressions, thresholds and
 *   labels are those that ship.
 */
export function hastenedConfig(adminUrl: (app: string) => string | undefined): HastenedConfig {
  const dir = mkdtempSync(path.join(tmpdir(), 'prometheus-config-'));
  mkdirSync(path.join(dir, 'rules'));
  for (const file of filesIn('rules')) {
    writeFileSync(path.join(dir, 'rules', path.basename(file)), hastened(readFileSync(file, 'utf8')));
  }
  const config = configSchema.parse(parse(readFileSync(path.join(prometheusDir, 'prometheus.yml'), 'utf8')));
  config.global = { scrape_interval: '1s', scrape_timeout: '1s', evaluation_interval: '1s' };
  for (const job of config.scrape_configs) {
    job.static_configs = job.static_configs.flatMap(({ labels }) => {
      const url = adminUrl(labels.app);
      return url === undefined ? [] : [{ targets: [new URL(url).host], labels }];
    });
  }
  const file = path.join(dir, 'prometheus.yml');
  writeFileSync(file, stringify(config));
  return { file, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

const hastened = (rules: string): string =>
  rules.replaceAll(/(\[|\bfor: )(\d+)([mh])\b/g, (_whole, before: string, count: string, unit: string) => {
    return `${before}${Number(count) * (unit === 'h' ? 60 : 1)}s`;
  });
