import type { Clock } from '@bff/clock';
import { type TokenRequest, tokenResponseSchema } from '@bff/contracts';
import { AdminHttp } from '../admin-port/admin-http.ts';
import { BadAnswer, readAnswer } from '../admin-port/read-answer.ts';

/** Gets a development token. Rejects with `NoAnswer` or `BadAnswer`. */
export type IssueToken = (request: TokenRequest) => Promise<string>;

/** Longer than signing takes, shorter than a person waits. */
const TIMEOUT_MS = 2000;

/** Asks the development issuer, which asks for no credentials. Outside production only. */
export function tokenIssuer(userUrl: string, clock: Clock): { readonly issueToken: IssueToken; close(): void } {
  const http = new AdminHttp(clock);
  return {
    async issueToken(request) {
      const answer = await http.ask({
        method: 'POST',
        url: `${userUrl}/token`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
        timeoutMs: TIMEOUT_MS,
      });
      if (answer.status !== 200) throw new BadAnswer(`it answers with status ${answer.status}`);
      return readAnswer(answer, tokenResponseSchema).access_token;
    },
    close: () => http.close(),
  };
}
