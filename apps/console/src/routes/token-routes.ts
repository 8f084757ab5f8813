import { codeProblem } from '@bff/errors';
import { userIdSchema } from '@bff/contracts';
import { readJsonBody, sendJson } from '@bff/service-shell';
import type { Router } from 'express';
import { z } from 'zod';
import type { IssueToken } from '../token/issue-token.ts';

/** Each set of demo data has this one. */
const DEMO_USER = 'usr_0001';

/** A shift. */
const LIFETIME_SECONDS = 8 * 60 * 60;

const tokenBody = z.strictObject({ userId: userIdSchema.default(DEMO_USER) });

/** A token with the role `operator`, of the development issuer. Not mounted in production: there one brings one's own. */
export function mountTokenRoutes(router: Router, issueToken: IssueToken): void {
  router.post('/api/token', async (req, res) => {
    const { userId } = await readJsonBody({ req, res }, tokenBody);
    const asked = { userId, roles: ['operator' as const], expiresInSeconds: LIFETIME_SECONDS };
    const token = await issueToken(asked).catch((cause: unknown) => {
      throw codeProblem('DOWNSTREAM_UNAVAILABLE', { detail: 'The development issuer gave no token.', cause });
    });
    sendJson(res, 200, { token, userId, expiresInSeconds: LIFETIME_SECONDS });
  });
}
