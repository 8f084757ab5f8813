import { settingsSchema as everyBff } from '@bff/bff-host';
import { z } from 'zod';

/** The form of `config/web-bff.yaml`. Values are asked for at every use. */
export const settingsSchema = everyBff.extend({
  compression: z.strictObject({
    minBytes: z.int().min(0).describe('Bytes from which an answer is compressed, if the client takes that.'),
  }),
});

export type WebSettings = z.output<typeof settingsSchema>;
