import { placeApps } from '../placed-app.ts';
import { NoToken, requestToken } from '../token/token-endpoint.ts';

/** Long enough for one command. */
const LIFETIME_SECONDS = 60;

/**
 * Whose act it is: the token that was given, or one of the development issuer.
 * @throws {NoToken} with one line for a person
 */
export async function operatorToken(given: string | undefined, env: NodeJS.ProcessEnv): Promise<string> {
  const token = given ?? env['CIRCUIT_TOKEN'];
  if (token) return token.trim();
  const issuer = placeApps(env).find(({ name }) => name === 'user-service');
  if (!issuer) throw new NoToken('the user service is not in the table of apps');
  const request = { userId: 'usr_0001', roles: ['operator' as const], expiresInSeconds: LIFETIME_SECONDS };
  try {
    return await requestToken(issuer.url, request);
  } catch (error) {
    if (!(error instanceof NoToken)) throw error;
    throw new NoToken(`${error.message}; or give a token by CIRCUIT_TOKEN or --token`, { cause: error });
  }
}
