import { view } from '@bff/aggregation';
import { type User, currencySchema, savedAddressSchema, userTierSchema } from '@bff/contracts';
import { z } from 'zod';

export const profileView = view(
  z.object({
    name: z.string(),
    email: z.string(),
    tier: userTierSchema,
    language: z.string(),
    currency: currencySchema,
    addresses: z.array(savedAddressSchema),
  }),
  ({ name, email, tier, preferences: { language, currency }, addresses }: User) => ({
    name,
    email,
    tier,
    language,
    currency,
    addresses,
  }),
);
