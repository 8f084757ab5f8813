import { type SectionCode, httpStatusOf, sectionCodes } from '@bff/errors';

/** Statuses that a page is answered with when it is neither whole nor partial. */
export type ProblemStatus = 400 | 401 | 403 | 404 | 500 | 502 | 503 | 504;

const withStatus = (status: ReturnType<typeof httpStatusOf>): readonly SectionCode[] =>
  sectionCodes.filter((code) => httpStatusOf(code) === status);

/** Every code that a problem of each status can have. Closed lists: a client may switch over them. */
export const problemCodes: Readonly<Record<ProblemStatus, readonly string[]>> = {
  400: ['BAD_REQUEST'],
  401: ['UNAUTHENTICATED'],
  403: withStatus(403),
  404: withStatus(404),
  500: ['INTERNAL_ERROR'],
  502: withStatus(502),
  // Also a token that cannot be checked because its issuer is down, and a server that has too much to do or is stopping.
  503: [...withStatus(503), 'DOWNSTREAM_UNAVAILABLE', 'OVERLOADED', 'SHUTTING_DOWN'],
  504: withStatus(504),
};

/** What the server answers to a request that it does not even look at the path of, by status. */
export const refusalCodes: Readonly<Record<number, string>> = {
  408: 'REQUEST_TIMEOUT',
  411: 'LENGTH_REQUIRED',
  413: 'CONTENT_TOO_LARGE',
  414: 'URI_TOO_LONG',
  417: 'EXPECTATION_FAILED',
  431: 'REQUEST_HEADER_FIELDS_TOO_LARGE',
};

/** All of them, each once. */
export const allProblemCodes: readonly string[] = [
  ...new Set([...Object.values(problemCodes).flat(), ...Object.values(refusalCodes)]),
];
