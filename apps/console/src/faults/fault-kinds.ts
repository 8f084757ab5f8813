import type { FaultKind } from '../wire/index.ts';

/** What can be switched on in a mock: libs/mock-kit has the list, and a test compares. A BFF's code is none of its business. */
export const faultKinds: readonly FaultKind[] = [
  { kind: 'latency', does: 'answers as usual, but later', ms: 1000, msIs: 'added to each reply', perRequest: true },
  { kind: 'error', does: 'answers with a 5xx problem', status: 503, perRequest: true },
  { kind: 'hang', does: 'accepts the request and never answers', perRequest: true },
  { kind: 'stall', does: 'sends the headers, then nothing', perRequest: true },
  { kind: 'trickle', does: 'sends the body one byte at a time', ms: 100, msIs: 'between two bytes', perRequest: true },
  { kind: 'truncated', does: 'closes the connection in the middle of the body', perRequest: true },
  { kind: 'truncated-chunked', does: 'the same with a chunked body, whose length nobody was told', perRequest: true },
  { kind: 'malformed', does: 'sends a body that is not JSON though it says so', perRequest: true },
  { kind: 'html', does: 'sends an HTML page with status 200', perRequest: true },
  { kind: 'empty', does: 'sends status 200 and no body', perRequest: true },
  { kind: 'null', does: 'sends the JSON value null', perRequest: true },
  { kind: 'content-type', does: 'sends the real body as plain text', perRequest: true },
  { kind: 'contract', does: 'sends valid JSON that breaks the contract', perRequest: true },
  { kind: 'error-in-200', does: 'sends an error as JSON with status 200', perRequest: true },
  { kind: 'oversized', does: 'sends a valid body of more than 1 MiB', perRequest: true },
  { kind: 'gzip-bomb', does: 'sends a small gzip body, unasked, that inflates to 100 MiB', perRequest: true },
  { kind: 'big-header', does: 'sends the real reply with a header of 40 KiB', perRequest: true },
  { kind: 'redirect', does: 'answers 302; the real reply is where it leads to', perRequest: true },
  { kind: 'reset', does: 'resets the connection (TCP RST)', perRequest: true },
  { kind: 'refuse', does: 'refuses every new connection and drops the open ones', perRequest: false },
  { kind: 'rate-limit', does: 'answers 429 with Retry-After', ms: 2000, msIs: 'told in Retry-After', perRequest: true },
  { kind: 'flap', does: 'is down (503) and up again by turns', ms: 500, msIs: 'of each turn', perRequest: true },
  {
    kind: 'keep-alive-race',
    does: 'closes a connection that was kept alive when a request comes on it',
    perRequest: true,
  },
];
