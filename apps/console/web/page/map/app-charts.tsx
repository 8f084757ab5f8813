import { useKnown } from '../feed/use-known.ts';
import { TrafficCharts } from '../charts/traffic-charts.tsx';

/** The last ten minutes of one process. */
export function AppCharts({ app, replica }: { readonly app: string; readonly replica: number }) {
  const times = useKnown(({ history }) => history?.times);
  const series = useKnown(({ history }) => history?.apps.find((one) => one.app === app && one.replica === replica));
  return <TrafficCharts times={times} series={series} />;
}
