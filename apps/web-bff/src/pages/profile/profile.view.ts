import { view } from '@bff/aggregation';
import {
  type User,
  instantSchema,
  preferencesSchema,
  savedAddressSchema,
  userIdSchema,
  userTierSchema,
} from '@bff/contracts';
import { z } from 'zod';

/** Everything about a customer that is theirs to see. */
export const profileView = view(
  z
    .object({
      id: userIdSchema,
      name: z.string(),
      email: z.string(),
      tier: userTierSchema,
      memberSince: instantSchema,
      preferences: preferencesSchema,
      addresses: z.array(savedAddressSchema),
    })
    .meta({ id: 'Profile' }),
  ({ id, name, email, tier, createdAt, preferences, addresses }: User) => ({
    id,
    name,
    email,
    tier,
    memberSince: createdAt,
    preferences,
    addresses,
  }),
);
