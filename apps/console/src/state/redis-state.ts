import type { AppState, RedisState } from '../wire/index.ts';

type Status = RedisState['status'];

/** How the BFFs that live get on with Redis. Nobody else is asked: Redis matters as they see it. Null while none can say. */
export function redisStateOf(apps: readonly AppState[]): RedisState | null {
  const byApp = apps.flatMap((state) => {
    const status = state.kind === 'bff' && state.status !== 'dead' ? statusFor(state) : undefined;
    return status === undefined ? [] : [{ app: state.app, replica: state.replica, status }];
  });
  if (byApp.length === 0) return null;
  return { status: worst(byApp.map(({ status }) => status)), byApp };
}

function statusFor({ cache, replicas }: AppState): Status | undefined {
  if (cache === null && replicas === null) return undefined;
  if (replicas === 'cut-off') return 'unreachable';
  if (cache?.redis) {
    return cache.redis.connected && cache.redis.skippedNodes.length === 0 ? 'connected' : 'unreachable';
  }
  return replicas === 'connected' ? 'connected' : 'not-configured';
}

function worst(statuses: readonly Status[]): Status {
  if (statuses.includes('unreachable')) return 'unreachable';
  return statuses.includes('connected') ? 'connected' : 'not-configured';
}
