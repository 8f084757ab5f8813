import { HttpProblem, titleOf } from '@bff/errors';
import { type TokenRefused } from './token-refused.ts';

const realm = 'realm="bff"';
/** `Retry-After` counts in seconds (RFC 9110, section 10.2.3), and 0 would mean at once. */
const shortestRetryMs = 1000;

/** 401 for a request without credentials. Carries no error code, as RFC 6750, section 3.1 asks. */
export const credentialsMissing = (): HttpProblem =>
  new HttpProblem(401, 'UNAUTHENTICATED', 'Authentication is required', {
    detail: 'Send a bearer token in the Authorization header',
    headers: { 'WWW-Authenticate': `Bearer ${realm}` },
  });

/** 401 for a token that is not accepted. */
export const credentialsRefused = (refusal: TokenRefused): HttpProblem =>
  new HttpProblem(401, 'UNAUTHENTICATED', 'Authentication is required', {
    detail: refusal.message,
    headers: { 'WWW-Authenticate': `Bearer ${realm}, error="invalid_token", error_description="${refusal.message}"` },
    cause: refusal,
  });

/** 503: neither a yes nor a no, because the issuer's keys are not there. A 401 would make client apps log people out. */
export const keysUnavailable = (nextFetchInMs: number): HttpProblem => {
  const retryAfterMs = Math.max(shortestRetryMs, Math.ceil(nextFetchInMs));
  return new HttpProblem(503, 'DOWNSTREAM_UNAVAILABLE', titleOf('DOWNSTREAM_UNAVAILABLE'), {
    detail: 'The token cannot be checked at the moment',
    service: 'identity',
    retryable: true,
    retryAfterMs,
    headers: { 'Retry-After': String(Math.ceil(retryAfterMs / 1000)) },
  });
};

/** 403 for a caller without the role. */
export const roleMissing = (): HttpProblem =>
  new HttpProblem(403, 'FORBIDDEN', titleOf('FORBIDDEN'), { detail: 'Your account does not have the role for this' });
