import type { IssueToken } from '../token/issue-token.ts';
import { type LoadPage, type LoadUser, orderListOf } from './load-page.ts';
import type { PageClient } from './page-client.ts';

/** As many customers as make a load of several, and as few as are signed in at once. */
const USERS = 20;

/** Longer than a load can last. */
const LIFETIME_SECONDS = 15 * 60;

/** Development users, `usr_0001` onwards. Each set of demo data has them. */
const userIds: readonly string[] = Array.from(
  { length: USERS },
  (_, index) => `usr_${String(index + 1).padStart(4, '0')}`,
);

export interface SignIn {
  readonly page: LoadPage;
  readonly baseUrl: string;
  readonly issueToken: IssueToken;
  readonly client: PageClient;
}

/** Signs the users in that can be, and finds their orders. None when the issuer or the BFF gives nothing. */
export async function signInUsers(options: SignIn): Promise<readonly LoadUser[]> {
  const users = await Promise.all(userIds.map((userId) => signIn(userId, options)));
  return users.filter((user) => user !== undefined);
}

async function signIn(userId: string, { page, baseUrl, issueToken, client }: SignIn): Promise<LoadUser | undefined> {
  const token = await issueToken({ userId, expiresInSeconds: LIFETIME_SECONDS }).catch(() => undefined);
  if (token === undefined) return undefined;
  const withoutOrders = { token, orderIds: [] };
  if (page.request(withoutOrders, 0) !== undefined) return withoutOrders;
  const { request, idsIn } = orderListOf(page.app);
  const { text = '' } = await client.ask(baseUrl, token, request, true);
  const orderIds = idsIn(parsed(text));
  return orderIds.length === 0 ? undefined : { token, orderIds };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
