import { z } from 'zod';
import { addressSchema } from '../address.ts';
import { userIdSchema } from '../ids.ts';
import { currencySchema } from '../money.ts';
import { idsInQuery } from '../query.ts';
import { instantSchema } from '../time.ts';

export const userTiers = ['standard', 'silver', 'gold', 'platinum'] as const;

export const userTierSchema = z.enum(userTiers).meta({ id: 'UserTier' });

/** An address with the name that its owner gave it (`Home`). */
export const savedAddressSchema = addressSchema.extend({ label: z.string().min(1) }).meta({ id: 'SavedAddress' });

export const preferencesSchema = z
  .object({
    language: z
      .string()
      .min(2)
      .meta({ description: 'BCP 47 language tag', examples: ['de', 'zh-Hant'] }),
    currency: currencySchema,
    marketingEmails: z.boolean(),
  })
  .meta({ id: 'Preferences' });

export const userSchema = z
  .object({
    id: userIdSchema,
    name: z.string().min(1).meta({ description: 'As its owner writes it: any script, any length' }),
    email: z.string().min(3),
    tier: userTierSchema,
    addresses: z.array(savedAddressSchema),
    preferences: preferencesSchema,
    createdAt: instantSchema,
  })
  .meta({ id: 'User' });

export const getUsersByIdsQuerySchema = z.strictObject({ ids: idsInQuery(userIdSchema) });

export const usersSchema = z
  .object({
    users: z.array(userSchema).meta({ description: 'In the order they were asked for; unknown ids are left out' }),
  })
  .meta({ id: 'Users' });

export type UserTier = z.infer<typeof userTierSchema>;
export type SavedAddress = z.infer<typeof savedAddressSchema>;
export type Preferences = z.infer<typeof preferencesSchema>;
export type User = z.infer<typeof userSchema>;
