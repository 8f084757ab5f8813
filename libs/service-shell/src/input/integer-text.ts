import { z } from 'zod';

/**
 * A text of digits that stands for an integer within bounds. Stricter than `z.coerce.number()`, which takes the empty
 * text for 0 and `0x10` for 16.
 */
export const integerText = ({ min, max }: { min: number; max: number }) =>
  z
    .string()
    .regex(/^-?\d{1,15}$/, `must be an integer from ${min} to ${max}`)
    .transform(Number)
    .pipe(z.int().min(min).max(max));
