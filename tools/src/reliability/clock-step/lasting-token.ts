import { tokenResponseSchema } from '@bff/contracts';
import type { WholeSystem } from '../../running/whole-system.ts';

const HOUR_MS = 3_600_000;

/** A token of the issuer. By default it lasts as long as it does for everybody. */
export async function tokenOf(system: WholeSystem, userId: string, expiresInSeconds?: number): Promise<string> {
  const response = await fetch(`${system.publicUrl('user-service')}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userId, ...(expiresInSeconds && { expiresInSeconds }) }),
  });
  return tokenResponseSchema.parse(await response.json()).access_token;
}

/** A token that is valid now, an hour ago and in an hour: the issuer's own clock is an hour slow when it makes it. */
export async function lastingToken(system: WholeSystem, userId: string): Promise<string> {
  await system.order('user-service', { probe: 'wall-clock', offMs: -HOUR_MS });
  const token = await tokenOf(system, userId, 24 * 3600);
  await system.order('user-service', { probe: 'wall-clock', offMs: 0 });
  return token;
}
