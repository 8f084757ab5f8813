import { z } from 'zod';
import { userIdSchema } from '../ids.ts';
import type { ServiceContract } from '../operation.ts';
import { badRequest, badRequestOrNotFound, forbidden } from '../problem.ts';
import { jsonWebKeySetSchema, tokenRequestSchema, tokenResponseSchema } from './token.ts';
import { getUsersByIdsQuerySchema, userSchema, usersSchema } from './user.ts';

/** Everything the user service can be asked. */
export const userOperations = {
  getUser: {
    name: 'getUser',
    summary: 'One user',
    method: 'GET',
    path: '/users/{userId}',
    params: z.strictObject({ userId: userIdSchema }),
    response: userSchema,
    errors: { ...badRequestOrNotFound, ...forbidden },
  },
  getUsersByIds: {
    name: 'getUsersByIds',
    summary: 'Several users by id',
    method: 'GET',
    path: '/users',
    query: getUsersByIdsQuerySchema,
    response: usersSchema,
    errors: { ...badRequest, ...forbidden },
  },
  issueToken: {
    name: 'issueToken',
    summary: 'A signed token for a user, in development',
    method: 'POST',
    path: '/token',
    body: tokenRequestSchema,
    response: tokenResponseSchema,
    errors: badRequestOrNotFound,
  },
  getSigningKeys: {
    name: 'getSigningKeys',
    summary: 'The public keys that tokens are signed with (RFC 7517)',
    method: 'GET',
    path: '/.well-known/jwks.json',
    response: jsonWebKeySetSchema,
    errors: {},
  },
} as const satisfies ServiceContract['operations'];

export const userContract = {
  name: 'user',
  title: 'User service',
  description: 'Users, their addresses and preferences. In development also the issuer of access tokens.',
  version: '1.0.0',
  operations: userOperations,
} as const satisfies ServiceContract;
