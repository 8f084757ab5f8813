import type { CustomerResolvers, SavedAddressResolvers } from '../generated/resolver-types.ts';

export const Customer: CustomerResolvers = { memberSince: ({ createdAt }) => createdAt };

export const SavedAddress: SavedAddressResolvers = { address: (saved) => saved };
