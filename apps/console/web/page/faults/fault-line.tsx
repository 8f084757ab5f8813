import type { Fault } from '../../../src/wire/index.ts';
import { Ago, Until } from '../parts/ago.tsx';
import { ms, share } from '../words/figures.ts';

export interface FaultLineProps {
  readonly fault: Fault;
  readonly service: string;
  readonly onClear: () => void;
}

/** A fault that is on. */
export function FaultLine({ fault, service, onClear }: FaultLineProps) {
  const { kind, route, options, setAt, expiresAt, timesFired, held } = fault;
  const said = [
    route === 'all' ? 'every route' : route,
    options.probability < 1 ? share(options.probability) : '',
    options.ms === undefined ? '' : ms(options.ms),
    options.status === undefined ? '' : `status ${options.status}`,
  ].filter((word) => word !== '');
  return (
    <li className="fault-line">
      <span>
        <strong>{kind}</strong> {said.join(', ')}
        <span className="quiet">
          {' '}
          since <Ago at={setAt} />, hit {timesFired}×{held > 0 && `, holds ${held}`}
          {expiresAt && (
            <>
              , ends in <Until at={expiresAt} />
            </>
          )}
        </span>
      </span>
      <button type="button" onClick={onClear} aria-label={`Clear ${kind} of ${service}`}>
        Clear
      </button>
    </li>
  );
}
