import type { ConfigField } from '@bff/service-shell';
import { z } from 'zod';

/** An origin as a browser sends it, to the letter: scheme, host and port, nothing else. */
const isOrigin = (text: string): boolean =>
  /^https?:\/\/[a-z0-9.:[\]-]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text;

/** The origins whose pages may call this app: none unless they are named. `*` is not taken. */
export const corsOrigins = (): ConfigField<readonly string[]> => ({
  env: 'CORS_ORIGINS',
  doc: 'origins whose pages may call this app',
  default: [],
  type: z
    .string()
    .transform((list) => list.split(',').map((origin) => origin.trim()))
    .refine((list) => list.every(isOrigin), 'must be origins like https://shop.example, separated by commas'),
});
