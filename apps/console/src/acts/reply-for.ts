import { HttpProblem } from '@bff/errors';
import type { ActResult, ReplicaResult } from '../wire/index.ts';
import type { AskedReplica } from './ask-replica.ts';

/**
 * What a page is told. When no replica did it, that is a problem: the first replica's own, with its status, as it is one of
 * our own apps and its words are meant for an operator. When some did, the answer says which did not.
 */
export function replyFor(asked: readonly AskedReplica[]): ActResult {
  const replicas = asked.map(({ challenge: _challenge, ...result }): ReplicaResult => result);
  if (replicas.some(({ problem }) => problem === null)) {
    return { done: replicas.every(({ problem }) => problem === null), replicas };
  }
  const [first] = asked;
  const { problem, status, challenge } = first ?? { problem: null, status: null, challenge: undefined };
  throw new HttpProblem(
    status !== null && status >= 400 ? status : 502,
    problem?.code ?? (status === null ? 'NO_ANSWER' : 'REFUSED'),
    problem?.title ?? 'No replica did it',
    {
      ...(problem?.detail == null ? {} : { detail: problem.detail }),
      ...(problem && problem.errors.length > 0
        ? { errors: problem.errors.map((error) => ({ in: 'body' as const, ...error })) }
        : {}),
      ...(challenge === undefined ? {} : { headers: { 'WWW-Authenticate': challenge } }),
      replicas,
    },
  );
}
