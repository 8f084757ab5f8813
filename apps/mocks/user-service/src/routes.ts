import { userOperations } from '@bff/contracts';
import { type OperationRoute, answer, notFound } from '@bff/mock-kit';
import type { UserStore } from './user-store.ts';

/** What the user service answers about users. What it does as an issuer of tokens stands in `identity-issuer/`. */
export const userRoutes = (store: UserStore): OperationRoute[] => [
  answer(userOperations.getUser, ({ path }) => {
    const user = store.byId(path.userId);
    if (!user) throw notFound('user');
    return user;
  }),
  answer(userOperations.getUsersByIds, ({ query }) => ({ users: store.byIds(query.ids) })),
];
