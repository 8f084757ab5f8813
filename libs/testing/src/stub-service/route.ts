import type { Reply } from './reply.ts';

/** What the stub does for one method and path: the replies in order, the last one for ever after. */
export interface Route {
  readonly method: string;
  readonly pattern: string;
  readonly matches: (path: string) => boolean;
  nextReply(): Reply;
}

/**
 * Turns `/orders/:orderId` (`:name` stands for one segment) or `/orders/*` (`*` at the end stands for all that follows)
 * into a test of a path.
 */
export function pathMatcher(pattern: string): (path: string) => boolean {
  const wanted = pattern.split('/');
  const open = wanted.at(-1) === '*';
  if (open) wanted.pop();
  return (path) => {
    const given = path.split('/');
    if (open ? given.length <= wanted.length : given.length !== wanted.length) return false;
    return wanted.every((segment, i) => segment === given[i] || (segment.startsWith(':') && given[i] !== ''));
  };
}

export function createRoute(method: string, pattern: string, replies: readonly [Reply, ...Reply[]]): Route {
  let used = 0;
  return {
    method,
    pattern,
    matches: pathMatcher(pattern),
    nextReply() {
      const reply = replies[Math.min(used, replies.length - 1)] ?? replies[0];
      used += 1;
      return reply;
    },
  };
}
