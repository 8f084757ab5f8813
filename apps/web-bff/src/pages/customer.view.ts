import { view } from '@bff/aggregation';
import { type User, instantSchema, userIdSchema, userTierSchema } from '@bff/contracts';
import { z } from 'zod';

/** Who ordered. */
export const customerView = view(
  z.object({ id: userIdSchema, name: z.string(), email: z.string(), tier: userTierSchema, memberSince: instantSchema }),
  ({ id, name, email, tier, createdAt }: User) => ({ id, name, email, tier, memberSince: createdAt }),
);
