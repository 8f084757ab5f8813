import { z } from 'zod';

/** Where a parcel or an invoice goes. Any script; `region` only where the country uses one. */
export const addressSchema = z
  .object({
    recipient: z.string().min(1),
    street: z.string().min(1),
    city: z.string().min(1),
    region: z.string().min(1).optional(),
    postalCode: z.string().min(1),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'must be a two-letter ISO 3166-1 code')
      .meta({ description: 'ISO 3166-1 alpha-2', examples: ['DE'] }),
  })
  .meta({ id: 'Address' });

export type Address = z.infer<typeof addressSchema>;
