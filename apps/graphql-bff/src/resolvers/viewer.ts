import type { ViewerResolvers } from '../generated/resolver-types.ts';

export const Viewer: ViewerResolvers = {
  id: ({ userId }) => userId,
  // Operators act on the admin port. To client apps that is no role, and the schema has no word for it.
  roles: ({ roles }) => [...roles].filter((role) => role !== 'operator'),
  customer: ({ userId }, _args, { operation }, info) => operation.show(info, operation.loaders.customers.load(userId)),
};
