import { memo } from 'react';
import { useKnown } from '../../feed/use-known.ts';
import { useNow } from '../../feed/use-now.ts';
import { HISTORY_MS } from '../../feed/merge-history.ts';
import { clockTime, duration } from '../../words/durations.ts';
import { segmentsBetween, timeIn } from '../strip-segments.ts';

export interface CircuitStripProps {
  readonly app: string;
  readonly replica: number;
  readonly service: string;
}

/** The states of a circuit over the last ten minutes, now at the right. Height and pattern tell them apart, too. */
export const CircuitStrip = memo(({ app, replica, service }: CircuitStripProps) => {
  const strip = useKnown(({ history }) =>
    history?.strips.find((one) => one.app === app && one.replica === replica && one.service === service),
  );
  const to = useNow();
  const from = to - HISTORY_MS;
  const segments = segmentsBetween(strip?.changes ?? [], from, to);
  const openMs = timeIn('open', segments);
  const words = openMs > 0 ? `Open for ${duration(openMs)} of the last 10 minutes` : 'Not open in the last 10 minutes';
  return (
    <span className="strip" role="img" aria-label={words}>
      {segments.map((segment) => (
        <span
          key={segment.from}
          className={`strip-segment is-${segment.state}`}
          title={`${segment.state} from ${clockTime(segment.from)} for ${duration(segment.to - segment.from)}${segment.reason ? `: ${segment.reason}` : ''}`}
          style={{
            left: `${((segment.from - from) / HISTORY_MS) * 100}%`,
            width: `${((segment.to - segment.from) / HISTORY_MS) * 100}%`,
          }}
        />
      ))}
    </span>
  );
});
