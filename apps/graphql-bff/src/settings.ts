import { settingsSchema as everyBff } from '@bff/bff-host';
import { z } from 'zod';
import { queryLimitsSchema } from './limits/query-limits.ts';

/** The form of `config/graphql-bff.yaml`. Values are asked for at every use. */
export const settingsSchema = everyBff.extend({
  compression: z.strictObject({
    minBytes: z.int().min(0).describe('Bytes from which an answer is compressed, if the client takes that.'),
  }),
  limits: queryLimitsSchema.prefault({}).describe('What one operation may ask for.'),
});

export type GraphqlSettings = z.output<typeof settingsSchema>;
