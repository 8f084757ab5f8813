import { type TokenRequest, problemSchema, tokenResponseSchema } from '@bff/contracts';

/** Longer than signing takes, short enough that nobody waits for a process that is stuck. */
const TIMEOUT_MS = 3000;

/** The user service does not answer, or answers something that is no token. */
export class NoToken extends Error {
  override readonly name = 'NoToken';
}

/** Asks the development issuer for a token. @throws {NoToken} with one line for a person */
export async function requestToken(userServiceUrl: string, request: TokenRequest): Promise<string> {
  const response = await post(`${userServiceUrl}/token`, request);
  const content: unknown = await response.json().catch(() => undefined);
  const answer = tokenResponseSchema.safeParse(content);
  if (response.ok && answer.success) return answer.data.access_token;
  if (response.status === 404) throw new NoToken(`there is no user ${request.userId}`);
  const problem = problemSchema.safeParse(content);
  const reason = problem.success ? `: ${problem.data.detail ?? problem.data.title}` : '';
  throw new NoToken(`the user service at ${userServiceUrl} answered with status ${response.status}${reason}`);
}

async function post(url: string, request: TokenRequest): Promise<Response> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (cause) {
    throw new NoToken(`the user service does not answer at ${url}; start the system with: npm start`, { cause });
  }
}
