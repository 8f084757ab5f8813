import type { RedisState } from '../../../src/wire/index.ts';
import { RedisFigures } from './redis-figures.tsx';

export function RedisDetails({ redis }: { readonly redis: RedisState | null }) {
  return (
    <>
      <p>
        <RedisFigures redis={redis} />
      </p>
      <p className="quiet">
        Replicas share kept values and acts on circuits by way of it. Pages do without it when it is gone.
      </p>
      <ul className="plain-list">
        {redis?.byApp.map(({ app, replica, status }) => (
          <li key={`${app} ${replica}`} className={status === 'unreachable' ? 'is-bad' : ''}>
            {app} {replica + 1}: {status === 'unreachable' ? 'UNREACHABLE' : status}
          </li>
        ))}
      </ul>
    </>
  );
}
