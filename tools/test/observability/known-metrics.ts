import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../src/running/running-command.ts';
import { rules } from './rule-files.ts';

/** Metrics by name, each with the labels that its series have. */
export type KnownMetrics = ReadonlyMap<string, ReadonlySet<string>>;

/** Prometheus adds these to what it scrapes. */
const ofTarget = ['app', 'job', 'instance'];

/**
 * What an expression may read: that which this text of a `/metrics` has, what Prometheus makes itself, and what the rules
 * record. Labels of a metric that has no series yet are those in docs/metrics.md.
 */
export function knownMetrics(exposition: string): KnownMetrics {
  const known = new Map<string, Set<string>>([
    ['up', new Set(ofTarget)],
    ['ALERTS', new Set([...ofTarget, 'alertname', 'alertstate', 'severity'])],
    ...rules.flatMap(({ record }) => (record === undefined ? [] : [[record, new Set(['app'])] as const])),
  ]);
  const documented = documentedLabels();
  for (const [, base = '', type] of exposition.matchAll(/^# TYPE (\w+) (\w+)$/gm)) {
    const suffixes = type === 'histogram' ? ['_bucket', '_sum', '_count'] : [''];
    for (const suffix of suffixes) {
      const labels = [...ofTarget, ...(documented.get(base) ?? []), ...shownLabels(exposition, base + suffix)];
      known.set(base + suffix, new Set(suffix === '_bucket' ? [...labels, 'le'] : labels));
    }
  }
  return known;
}

function documentedLabels(): Map<string, string[]> {
  const text = readFileSync(path.join(root, 'docs/metrics.md'), 'utf8');
  const rows = text.matchAll(/^\| `(\w+)`\s*\| \w+\s*\|([^|]*)\|/gm);
  return new Map(
    [...rows].map(([, name = '', cell = '']) => [name, [...cell.matchAll(/`(\w+)`/g)].map(([, label = '']) => label)]),
  );
}

function shownLabels(exposition: string, metric: string): string[] {
  const series = exposition.matchAll(new RegExp(`^${metric}\\{(.*)\\} `, 'gm'));
  return [...series].flatMap(([, pairs = '']) => [...pairs.matchAll(/(\w+)="/g)].map(([, label = '']) => label));
}
