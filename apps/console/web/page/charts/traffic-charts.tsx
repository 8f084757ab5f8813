import type { TrafficSeries } from '../../../src/wire/index.ts';
import { ms, rate, share } from '../words/figures.ts';
import { SeriesChart } from './series-chart.tsx';

export interface TrafficChartsProps {
  readonly times: readonly number[] | undefined;
  readonly series: TrafficSeries | undefined;
}

/** Rate, p95 and error share of the last ten minutes, one below the other on one axis of time. */
export function TrafficCharts({ times, series }: TrafficChartsProps) {
  if (times === undefined || series === undefined || times.length < 2) {
    return <p className="empty">No history yet: it begins with the console.</p>;
  }
  return (
    <div className="charts">
      <h4>Rate</h4>
      <SeriesChart label="Rate" times={times} points={series.ratePerSecond} colour="--accent" format={rate} least={1} />
      <h4>p95</h4>
      <SeriesChart label="p95" times={times} points={series.p95Ms} colour="--accent" format={ms} least={10} />
      <h4>Errors</h4>
      <SeriesChart label="Errors" times={times} points={series.errorShare} colour="--bad" format={share} least={0.1} />
    </div>
  );
}
