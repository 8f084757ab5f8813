/** What a process counted until one moment, as its admin port shows it (Prometheus' text format). */
export interface MetricsReading {
  /** The sum of all series of a name whose labels have these values; 0 when there is none. */
  sum(name: string, labels?: Labels): number;
  /** The same by the values of one label. */
  by(label: string, name: string, labels?: Labels): Readonly<Record<string, number>>;
}

export type Labels = Readonly<Record<string, string>>;

interface Series {
  readonly name: string;
  readonly labels: Labels;
  readonly value: number;
}

const seriesLine = /^([a-z_:][a-z0-9_:]*)(?:\{(.*)\})? (\S+)$/i;

/** Reads the metrics of a process. Rejects when its admin port does not answer. */
export async function readMetrics(adminUrl: string): Promise<MetricsReading> {
  const response = await fetch(`${adminUrl}/metrics`);
  return metricsFrom(await response.text());
}

export function metricsFrom(text: string): MetricsReading {
  const all = text.split('\n').flatMap(seriesOf);
  const matching = (name: string, labels: Labels): Series[] =>
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

function seriesOf(line: string): Series[] {
  const [, name, labels = '', value] = seriesLine.exec(line) ?? [];
  if (name === undefined) return [];
  const pairs = [...labels.matchAll(/([a-z_]\w*)="([^"]*)"/gi)].map(([, label = '', text = '']) => [label, text]);
  return [{ name, labels: Object.fromEntries(pairs), value: Number(value) }];
}
