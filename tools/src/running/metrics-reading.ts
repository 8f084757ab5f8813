import { type ExposedSeries, readExposition } from '@bff/observability';

/** What a process counted until one moment, as its admin port shows it (Prometheus' text format). */
export interface MetricsReading {
  /** The sum of all series of a name whose labels have these values; 0 when there is none. */
  sum(name: string, labels?: Labels): number;
  /** The same by the values of one label. */
  by(label: string, name: string, labels?: Labels): Readonly<Record<string, number>>;
}

export type Labels = Readonly<Record<string, string>>;

/** Reads the metrics of a process. Rejects when its admin port does not answer. */
export async function readMetrics(adminUrl: string): Promise<MetricsReading> {
  const response = await fetch(`${adminUrl}/metrics`);
  return metricsFrom(await response.text());
}

export function metricsFrom(text: string): MetricsReading {
  const all = readExposition(text);
  const matching = (name: string, labels: Labels): ExposedSeries[] =>
    all.filter(
      (series) =>
        series.name === name && Object.entries(labels).every(([label, value]) => series.labels[label] === value),
    );
  return {
    sum: (name, labels = {}) => matching(name, labels).reduce((sum, { value }) => sum + value, 0),
    by(label, name, labels = {}) {
      const sums: Record<string, number> = {};
      for (const series of matching(name, labels)) {
        const key = series.labels[label] ?? '';
        sums[key] = (sums[key] ?? 0) + series.value;
      }
      return sums;
    },
  };
}
