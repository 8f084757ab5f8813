import { SeriesChart } from '../charts/series-chart.tsx';
import { useKnown } from '../feed/use-known.ts';
import { share } from '../words/figures.ts';

export interface PartialChartProps {
  readonly app: string;
  readonly replica: number;
  readonly page: string;
}

/** The share of a page's requests that were not whole, over the last ten minutes. */
export function PartialChart({ app, replica, page }: PartialChartProps) {
  const times = useKnown(({ history }) => history?.times);
  const series = useKnown(({ history }) =>
    history?.pages.find((one) => one.app === app && one.replica === replica && one.page === page),
  );
  if (times === undefined || series === undefined) return <p className="empty">No history yet.</p>;
  return (
    <SeriesChart
      label={`Partial share of ${page}`}
      times={times}
      points={series.partialShare}
      colour="--bad"
      format={share}
      least={0.1}
      height={72}
    />
  );
}
