import type { User } from '@bff/contracts';

/** All users, by id. */
export class UserStore {
  readonly #byId: ReadonlyMap<string, User>;

  constructor(users: readonly User[]) {
    this.#byId = new Map(users.map((user) => [user.id, user]));
  }

  byId(userId: string): User | undefined {
    return this.#byId.get(userId);
  }

  /** In the order they were asked for, each once; unknown ones are left out. */
  byIds(userIds: readonly string[]): User[] {
    return [...new Set(userIds)].flatMap((userId) => this.#byId.get(userId) ?? []);
  }
}
