import { z } from 'zod';

const prefixedId = (prefix: string, name: string, example: string) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9A-Za-z]{1,32}$`), `must look like ${example}`)
    .meta({ id: name, examples: [example] });

/** `usr_` and up to 32 letters and digits. */
export const userIdSchema = prefixedId('usr', 'UserId', 'usr_0001');

/** `ord_` and up to 32 letters and digits. */
export const orderIdSchema = prefixedId('ord', 'OrderId', 'ord_00001');

/** `pay_` and up to 32 letters and digits. */
export const paymentIdSchema = prefixedId('pay', 'PaymentId', 'pay_0000101');

/** A product's stock keeping unit: up to 32 capital letters, digits and dashes, not starting with a dash. */
export const skuSchema = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9-]{0,31}$/, 'must look like SKU-0001')
  .meta({ id: 'Sku', examples: ['SKU-0001'] });
