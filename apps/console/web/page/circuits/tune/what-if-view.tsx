import type { WhatIf, WhatIfAnswer, WhatIfOutcome } from '../../../../src/wire/index.ts';
import { clockTime, duration } from '../../words/durations.ts';
import { count, share } from '../../words/figures.ts';
import { plural } from '../../words/lists.ts';
import { Openings } from './openings.tsx';

export interface WhatIfViewProps {
  readonly answer: WhatIfAnswer;
  /** What was proposed. */
  readonly value: string;
}

/** What the recorded calls would have come to, as it is and as proposed, side by side. */
export function WhatIfView({ answer: { replicas, problems }, value }: WhatIfViewProps) {
  return (
    <section className="what-if" aria-label={`What if it were ${value}`} role="status">
      <h4>If it had been {value}</h4>
      {replicas.length === 0 && <p className="empty">No replica could play it.</p>}
      {replicas.map(({ adminUrl, replica, whatIf }) => (
        <Played
          key={adminUrl}
          name={replicas.length > 1 ? `Replica ${replica + 1}: ` : ''}
          whatIf={whatIf}
          value={value}
        />
      ))}
      {problems.map((line) => (
        <p key={line} className="is-warn">
          {line}
        </p>
      ))}
    </section>
  );
}

interface PlayedProps {
  readonly name: string;
  readonly whatIf: WhatIf;
  readonly value: string;
}

function Played({ name, whatIf, value }: PlayedProps) {
  const { from, to, calls, pages, current, proposed, unknownCalls } = whatIf;
  return (
    <div className="played">
      <p className="quiet">
        {name}
        {plural(calls, 'call')} for {plural(pages, 'page')} in {duration(Date.parse(to) - Date.parse(from))}, from{' '}
        {clockTime(from)}
      </p>
      {calls === 0 ? (
        <p className="empty">No calls were recorded: nothing can be said.</p>
      ) : (
        <>
          <Openings whatIf={whatIf} />
          <table className="what-if-table">
            <thead>
              <tr>
                <td />
                <th scope="col">as it is</th>
                <th scope="col">with {value}</th>
              </tr>
            </thead>
            <tbody>
              <Compared name="Openings" of={({ openings }) => count(openings.length)} {...{ current, proposed }} />
              <Compared name="Open for" of={openFor} {...{ current, proposed }} />
              <Compared
                name="Refused calls"
                of={({ refusedCalls }) => count(refusedCalls)}
                {...{ current, proposed }}
              />
              <Compared name="Partial pages" of={partialPages} {...{ current, proposed }} />
            </tbody>
          </table>
        </>
      )}
      {unknownCalls > 0 && (
        <p className="quiet">
          {plural(unknownCalls, 'call')} had been refused by the real circuit: nobody knows how they would have ended.
        </p>
      )}
    </div>
  );
}

const openFor = ({ openings }: WhatIfOutcome): string =>
  openings.length === 0 ? '–' : duration(openings.reduce((sum, { openForMs }) => sum + openForMs, 0));

const partialPages = ({ degradedPages, degradedShare }: WhatIfOutcome): string =>
  `${count(degradedPages)} (${share(degradedShare)})`;

interface ComparedProps {
  readonly name: string;
  readonly of: (outcome: WhatIfOutcome) => string;
  readonly current: WhatIfOutcome;
  readonly proposed: WhatIfOutcome;
}

function Compared({ name, of, current, proposed }: ComparedProps) {
  const [before, after] = [of(current), of(proposed)];
  return (
    <tr className={before === after ? '' : 'is-changed'}>
      <th scope="row">{name}</th>
      <td>{before}</td>
      <td>{after}</td>
    </tr>
  );
}
