import type { WhatIf, WhatIfOutcome } from '../../../../src/wire/index.ts';
import { clockTime, duration } from '../../words/durations.ts';

/** When the circuit would have been open, as it is and as proposed, on one axis of time. */
export function Openings({ whatIf: { from, to, current, proposed } }: { readonly whatIf: WhatIf }) {
  const [begin, end] = [Date.parse(from), Date.parse(to)];
  return (
    <div className="openings">
      <Line name="as it is" outcome={current} begin={begin} end={end} />
      <Line name="proposed" outcome={proposed} begin={begin} end={end} />
      <div className="openings-axis" aria-hidden="true">
        <span>{clockTime(begin)}</span>
        <span>{clockTime(end)}</span>
      </div>
    </div>
  );
}

interface LineProps {
  readonly name: string;
  readonly outcome: WhatIfOutcome;
  readonly begin: number;
  readonly end: number;
}

function Line({ name, outcome: { openings }, begin, end }: LineProps) {
  const told = openings.map(({ at, reason, openForMs }) => `${clockTime(at)} for ${duration(openForMs)}, ${reason}`);
  return (
    <>
      <span className="openings-name">{name}</span>
      <span
        className="openings-track"
        role="img"
        aria-label={`${name}: ${told.length === 0 ? 'never open' : `open at ${told.join('; ')}`}`}
      >
        {openings.map(({ at, openForMs }, index) => (
          <span
            key={at}
            className="strip-segment is-open"
            title={told[index]}
            style={{
              left: `${((Date.parse(at) - begin) / (end - begin)) * 100}%`,
              width: `${(Math.min(openForMs, end - Date.parse(at)) / (end - begin)) * 100}%`,
            }}
          />
        ))}
      </span>
    </>
  );
}
