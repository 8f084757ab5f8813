import { z } from 'zod';

/** Labels of a series or an alert; `__name__` is the metric. */
export type SeriesLabels = Readonly<Record<string, string>>;

export interface FiringAlert {
  readonly labels: SeriesLabels;
  readonly annotations: Readonly<Record<string, string>>;
}

/** What a Prometheus server knows at this moment. */
export interface PrometheusApi {
  /** The series that an expression gives, without their values. Rejects with the server's words when it does not parse. */
  query(expression: string): Promise<readonly SeriesLabels[]>;
  /** Alerts that fire; those whose `for` has not passed yet are left out. */
  firing(): Promise<readonly FiringAlert[]>;
  /** `up` or `down` (or `unknown`, before the first time) of each target, by its label `app`. */
  targets(): Promise<Readonly<Record<string, string>>>;
}

const labels = z.record(z.string(), z.string());
/** `vector` has series; a `scalar` has none, and its value is a pair. */
const queryData = z.object({ result: z.array(z.union([z.object({ metric: labels }), z.number(), z.string()])) });
const alertsData = z.object({ alerts: z.array(z.object({ labels, annotations: labels, state: z.string() })) });
const targetsData = z.object({ activeTargets: z.array(z.object({ labels, health: z.string() })) });
const failure = z.object({ status: z.literal('error'), error: z.string() });

export function prometheusApi(url: string): PrometheusApi {
  const ask = async <T>(path: string, schema: z.ZodType<T>): Promise<T> => {
    const body: unknown = await (await fetch(`${url}/api/v1/${path}`)).json();
    const failed = failure.safeParse(body);
    if (failed.success) throw new Error(`prometheus refuses ${path}: ${failed.data.error}`);
    return z.object({ data: schema }).parse(body).data;
  };
  return {
    async query(expression) {
      const { result } = await ask(`query?query=${encodeURIComponent(expression)}`, queryData);
      return result.flatMap((entry) => (typeof entry === 'object' ? [entry.metric] : []));
    },
    async firing() {
      const { alerts } = await ask('alerts', alertsData);
      return alerts.filter(({ state }) => state === 'firing');
    },
    async targets() {
      const { activeTargets } = await ask('targets', targetsData);
      return Object.fromEntries(activeTargets.map((target) => [target.labels['app'] ?? '', target.health]));
    },
  };
}
