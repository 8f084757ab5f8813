import { z } from 'zod';
import { userIdSchema } from '../ids.ts';

export const userRoles = ['customer', 'support', 'operator'] as const;

export const userRoleSchema = z.enum(userRoles).meta({ id: 'UserRole' });

/** What `POST /token` takes. The issuer is for development: it asks for no credentials. */
export const tokenRequestSchema = z
  .strictObject({
    userId: userIdSchema,
    roles: z.array(userRoleSchema).max(userRoles.length).optional(),
    scopes: z
      .array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,64}$/, 'must be a scope-token of RFC 6749 section 3.3'))
      .max(32)
      .optional(),
    expiresInSeconds: z.int().min(1).max(86_400).optional(),
  })
  .meta({ id: 'TokenRequest' });

/** RFC 6749 section 5.1. `expires_in` is in seconds. */
export const tokenResponseSchema = z
  .object({ access_token: z.string().min(1), token_type: z.literal('Bearer'), expires_in: z.int().min(1) })
  .meta({ id: 'TokenResponse' });

/** RFC 7517: the public keys that the tokens are signed with. */
export const jsonWebKeySetSchema = z
  .object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string().optional() })) })
  .meta({ id: 'JsonWebKeySet' });

export type UserRole = z.infer<typeof userRoleSchema>;
export type TokenRequest = z.infer<typeof tokenRequestSchema>;
export type TokenResponse = z.infer<typeof tokenResponseSchema>;
export type JsonWebKeySet = z.infer<typeof jsonWebKeySetSchema>;
