import { type User, maxIdsPerRequest, userOperations } from '@bff/contracts';
import { askedFor, theOneAskedFor } from '../http/asked-for.ts';
import { inBatches } from '../http/batch.ts';
import type { CallContext } from '../http/call-context.ts';
import { readOperation } from '../http/read-operation.ts';
import type { Transport } from '../http/transport.ts';
import type { UserClient } from './user-client.ts';

const getUser = readOperation(userOperations.getUser);
const getUsersByIds = readOperation(userOperations.getUsersByIds);

export class HttpUserClient implements UserClient {
  readonly #transport: Transport;
  readonly #context: CallContext;

  constructor(transport: Transport, context: CallContext) {
    this.#transport = transport;
    this.#context = context;
  }

  byId(userId: string): Promise<User> {
    return this.#transport.read(this.#context, getUser, { userId }, (user) =>
      theOneAskedFor(user, ({ id }) => id === userId),
    );
  }

  async byIds(userIds: readonly string[]): Promise<ReadonlyMap<string, User>> {
    const users = await inBatches(userIds, maxIdsPerRequest, (ids) =>
      this.#transport.read(this.#context, getUsersByIds, { ids }, (answer) =>
        askedFor(answer.users, (user) => ids.includes(user.id)),
      ),
    );
    return new Map(users.map((user) => [user.id, user]));
  }
}
