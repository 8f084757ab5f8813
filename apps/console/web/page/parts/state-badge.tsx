import type { CircuitState } from '../../../src/wire/index.ts';
import { Icon } from './icon.tsx';

export interface StateBadgeProps {
  readonly state: CircuitState | 'unknown';
  /** How many replicas are in it, of how many; said only where it is not all. */
  readonly inState?: number;
  readonly of?: number;
}

/** A circuit's state by shape, colour and word. */
export function StateBadge({ state, inState = 1, of = 1 }: StateBadgeProps) {
  return (
    <span className={`badge is-${state}`}>
      <Icon name={state} />
      {state === 'open' ? 'OPEN' : state === 'isolated' ? 'ISOLATED' : state}
      {inState < of && <small> {`${inState} of ${of}`}</small>}
    </span>
  );
}
