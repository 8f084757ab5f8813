import type { AppState } from '../../../src/wire/index.ts';
import { Icon } from './icon.tsx';

const icons = { ready: 'good', 'not-ready': 'not-ready', dead: 'dead' } as const;
const words = { ready: 'ready', 'not-ready': 'not ready', dead: 'DEAD' } as const;

/** A process's status by shape, colour and word. */
export function ProcessBadge({ status }: Pick<AppState, 'status'>) {
  return (
    <span className={`badge is-${status}`}>
      <Icon name={icons[status]} />
      {words[status]}
    </span>
  );
}
