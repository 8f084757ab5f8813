/** What one kind of fault does, and which options it takes with which default. */
export interface FaultKindDescription {
  /** One line for people, shown by `npm run fault`. */
  readonly does: string;
  /** Default of the option `ms`; absent when the kind takes none. */
  readonly ms?: number;
  /** What `ms` means for this kind. */
  readonly msIs?: string;
  /** Default of the option `status`; absent when the kind takes none. */
  readonly status?: number;
  /** False for a fault of the whole process, which takes neither a route nor a probability. */
  readonly perRequest: boolean;
}

/** Every kind of fault a mock service can show. The order is the one in which they are listed to people. */
export const faultKinds = {
  latency: { does: 'answers as usual, but later', ms: 1000, msIs: 'added to each reply', perRequest: true },
  error: { does: 'answers with a 5xx problem', status: 503, perRequest: true },
  hang: { does: 'accepts the request and never answers', perRequest: true },
  stall: { does: 'sends the headers, then nothing', perRequest: true },
  trickle: { does: 'sends the body one byte at a time', ms: 100, msIs: 'between two bytes', perRequest: true },
  truncated: { does: 'closes the connection in the middle of the body', perRequest: true },
  'truncated-chunked': { does: 'the same with a chunked body, whose length nobody was told', perRequest: true },
  malformed: { does: 'sends a body that is not JSON though it says so', perRequest: true },
  html: { does: 'sends an HTML page with status 200', perRequest: true },
  empty: { does: 'sends status 200 and no body', perRequest: true },
  null: { does: 'sends the JSON value null', perRequest: true },
  'content-type': { does: 'sends the real body as plain text', perRequest: true },
  contract: { does: 'sends valid JSON that breaks the contract', perRequest: true },
  'error-in-200': { does: 'sends an error as JSON with status 200', perRequest: true },
  oversized: { does: 'sends a valid body of more than 1 MiB', perRequest: true },
  'gzip-bomb': { does: 'sends a small gzip body, unasked, that inflates to 100 MiB', perRequest: true },
  'big-header': { does: 'sends the real reply with a header of 40 KiB', perRequest: true },
  redirect: { does: 'answers 302; the real reply is where it leads to', perRequest: true },
  reset: { does: 'resets the connection (TCP RST)', perRequest: true },
  refuse: { does: 'refuses every new connection and drops the open ones', perRequest: false },
  'rate-limit': { does: 'answers 429 with Retry-After', ms: 2000, msIs: 'told in Retry-After', perRequest: true },
  flap: { does: 'is down (503) and up again by turns', ms: 500, msIs: 'of each turn', perRequest: true },
  'keep-alive-race': { does: 'closes a connection that was kept alive when a request comes on it', perRequest: true },
} as const satisfies Record<string, FaultKindDescription>;

export type FaultKind = keyof typeof faultKinds;

/** A kind that is applied to single requests: all but `refuse`. */
export type RequestFaultKind = Exclude<FaultKind, 'refuse'>;

const isFaultKind = (name: string): name is FaultKind => Object.hasOwn(faultKinds, name);

export const faultKindNames: readonly FaultKind[] = Object.keys(faultKinds).filter(isFaultKind);

/** The kind's description with every option optional, for code that handles all kinds alike. */
export const describeFault = (kind: FaultKind): FaultKindDescription => faultKinds[kind];
