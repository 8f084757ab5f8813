import type { ViewerResolvers } from '../generated/resolver-types.ts';

export const Viewer: ViewerResolvers = {
  id: ({ userId }) => userId,
  roles: ({ roles }) => [...roles],
  customer: ({ userId }, _args, { operation }, info) => operation.show(info, operation.loaders.customers.load(userId)),
};
