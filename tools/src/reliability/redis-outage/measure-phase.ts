import type { LoadAnswer } from '../../load/load-request.ts';
import { offerLoad } from '../../load/offer-load.ts';
import { type Percentiles, percentilesOf } from '../../load/percentiles.ts';
import type { Customer } from '../../running/many-customers.ts';
import { type MetricsReading, readMetrics } from '../../running/metrics-reading.ts';
import { mobileOrder } from '../../running/page-requests.ts';

/** Order pages over one phase, and how the lookups into Redis ended meanwhile. */
export interface PhaseFigures extends Percentiles {
  readonly whole: number;
  /** How the others ended. */
  readonly notWhole: Readonly<Record<string, number>>;
  /** By outcome: `found`, `missing`, `timeout`, `error`, `skipped`. */
  readonly lookups: Readonly<Record<string, number>>;
}

export interface PhaseOptions {
  readonly replicas: readonly { readonly url: string; readonly adminUrl: string }[];
  readonly customers: readonly Customer[];
  readonly ratePerSecond: number;
  readonly forMs: number;
}

/** Offers order pages to the replicas in turn. */
export async function measurePhase({ replicas, customers, ratePerSecond, forMs }: PhaseOptions): Promise<PhaseFigures> {
  const read = (): Promise<MetricsReading[]> => Promise.all(replicas.map(({ adminUrl }) => readMetrics(adminUrl)));
  const before = await read();
  const answers: LoadAnswer[] = [];
  await offerLoad({
    ratePerSecond,
    forMs,
    next(index) {
      const customer = customers[Math.floor(Math.random() * customers.length)];
      const replica = replicas[index % replicas.length];
      if (!customer || !replica) throw new TypeError('there are no customers, or no replicas');
      return mobileOrder(() => replica.url, customer.token, customer.orderId);
    },
    onAnswer: (answer) => void answers.push(answer),
  });
  const after = await read();
  const isWhole = ({ status, headers }: LoadAnswer): boolean => status === 200 && headers['bff-complete'] === '?1';
  const broken = Map.groupBy(
    answers.filter((answer) => !isWhole(answer)),
    ({ status, error, headers }) => String(error ?? headers['bff-sections'] ?? status),
  );
  return {
    ...percentilesOf(answers.map(({ tookMs }) => tookMs)),
    whole: answers.filter(isWhole).length,
    notWhole: Object.fromEntries([...broken].map(([how, ended]) => [how, ended.length])),
    lookups: newLookups(before, after),
  };
}

function newLookups(
  before: readonly MetricsReading[],
  after: readonly MetricsReading[],
): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  const add = (readings: readonly MetricsReading[], sign: number): void => {
    for (const reading of readings) {
      for (const [outcome, count] of Object.entries(reading.by('outcome', 'bff_cache_redis_lookups_total'))) {
        sums[outcome] = (sums[outcome] ?? 0) + sign * count;
      }
    }
  };
  add(before, -1);
  add(after, 1);
  return sums;
}
