import type { ConfigField, FieldOptions } from '@bff/service-shell';
import { z } from 'zod';

const hostName = /^(?!-)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})*$/;

/** Names separated by commas, without ports. */
export const hostNames = (options: FieldOptions<readonly string[]>): ConfigField<readonly string[]> => ({
  ...options,
  type: z.string().transform((given, context) => {
    const names = given.split(',').map((name) => name.trim().toLowerCase());
    const bad = names.find((name) => !hostName.test(name));
    if (bad === undefined) return names;
    context.addIssue({
      code: 'custom',
      message: `must be host names separated by commas, without ports; "${bad}" is none`,
    });
    return z.NEVER;
  }),
});
