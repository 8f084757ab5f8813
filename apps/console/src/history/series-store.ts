import type { PageRate } from '../metrics/page-rates.ts';
import type { AppState, History, Traffic } from '../wire/index.ts';
import { Columns, MOST_POINTS, type Value } from './columns.ts';

/** Between two points, but for the grain of the timer that they are taken by. */
const STEP_MS = 950;

const trafficNames = ['ratePerSecond', 'errorShare', 'p95Ms'] as const;
const pageNames = ['ratePerSecond', 'partialShare'] as const;

/** Whom a point is of; fields that a kind of series has none of are left out. */
interface Of {
  readonly app: string;
  readonly replica: number;
}

interface Row<Name extends string, Extra extends object> {
  readonly of: Of & Extra;
  readonly columns: Columns<Name>;
}

/** What is seen of one process in a second. */
export interface Sight {
  readonly state: AppState;
  readonly pages: readonly PageRate[];
}

/** Rates, error shares and latencies of the last ten minutes. */
export class SeriesStore {
  readonly #times: number[] = [];
  readonly #apps = new Map<string, Row<(typeof trafficNames)[number], object>>();
  readonly #edges = new Map<string, Row<(typeof trafficNames)[number], { service: string }>>();
  readonly #pages = new Map<string, Row<(typeof pageNames)[number], { page: string }>>();

  /**
   * Takes one point of each series, at most one a second: in between, the last point is that of now. So what has just
   * changed shows at once, and the history is no longer for it.
   */
  see(atMs: number, sights: readonly Sight[]): void {
    const isNew = atMs - (this.#times.at(-1) ?? -Infinity) >= STEP_MS;
    const points = this.#times.length;
    const apps = new Map<string, Readonly<Record<(typeof trafficNames)[number], Value>> | undefined>();
    const edges = new Map<string, Readonly<Record<(typeof trafficNames)[number], Value>> | undefined>();
    const pages = new Map<string, PageRate>();
    for (const { state, pages: rates } of sights) {
      const of = { app: state.app, replica: state.replica };
      const key = `${of.app} ${of.replica}`;
      enter(this.#apps, key, of, () => new Columns(trafficNames, points));
      apps.set(key, state.traffic ?? undefined);
      for (const call of state.calls) {
        const edge = `${key} ${call.service}`;
        enter(this.#edges, edge, { ...of, service: call.service }, () => new Columns(trafficNames, points));
        edges.set(edge, state.traffic === null ? undefined : pointOf(call));
      }
      for (const rate of rates) {
        const page = `${key} ${rate.page}`;
        enter(this.#pages, page, { ...of, page: rate.page }, () => new Columns(pageNames, points));
        pages.set(page, rate);
      }
    }
    const put = isNew ? 'add' : 'replaceLast';
    for (const [key, { columns }] of this.#apps) columns[put](apps.get(key));
    for (const [key, { columns }] of this.#edges) columns[put](edges.get(key));
    for (const [key, { columns }] of this.#pages) columns[put](pages.get(key));
    if (!isNew) return;
    this.#times.push(atMs);
    if (this.#times.length > MOST_POINTS) this.#times.shift();
  }

  /** The last so many points. */
  last(points: number): Omit<History, 'strips'> {
    return {
      times: this.#times.slice(-points),
      apps: rowsOf(this.#apps, points),
      edges: rowsOf(this.#edges, points),
      pages: rowsOf(this.#pages, points),
    };
  }
}

const pointOf = ({ ratePerSecond, errorShare, p95Ms }: Traffic) => ({ ratePerSecond, errorShare, p95Ms });

function enter<Name extends string, Extra extends object>(
  rows: Map<string, Row<Name, Extra>>,
  key: string,
  of: Of & Extra,
  columns: () => Columns<Name>,
): void {
  if (!rows.has(key)) rows.set(key, { of, columns: columns() });
}

const rowsOf = <Name extends string, Extra extends object>(
  rows: ReadonlyMap<string, Row<Name, Extra>>,
  points: number,
) => [...rows.values()].map(({ of, columns }) => ({ ...of, ...columns.last(points) }));
