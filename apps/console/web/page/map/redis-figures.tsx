import type { RedisState } from '../../../src/wire/index.ts';
import { Icon } from '../parts/icon.tsx';

const words = {
  connected: 'connected',
  unreachable: 'UNREACHABLE',
  'not-configured': 'not in use: each replica keeps for itself',
} as const;
const icons = { connected: 'good', unreachable: 'dead', 'not-configured': 'redis' } as const;

export function RedisFigures({ redis }: { readonly redis: RedisState | null }) {
  const status = redis?.status;
  return (
    <span className={`app-figures redis-figures is-${status ?? 'unknown'}`}>
      <span className="app-figures-head">
        <strong>Redis</strong>
      </span>
      <span className={status === 'unreachable' ? 'is-bad' : ''}>
        <Icon name={status ? icons[status] : 'unknown'} /> {status ? words[status] : 'nobody has told yet'}
      </span>
    </span>
  );
}
