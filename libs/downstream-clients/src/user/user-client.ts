import type { User } from '@bff/contracts';

/** The user service, bound to one request. Every method rejects with `DownstreamError` or an `AbortReason`. */
export interface UserClient {
  /** One user. Rejects with `NOT_FOUND` when there is none. */
  byId(userId: string): Promise<User>;
  /** Users by id, in the order asked for. An id that does not exist has no entry. */
  byIds(userIds: readonly string[]): Promise<ReadonlyMap<string, User>>;
}
