import createClient from 'openapi-fetch';
import type { PageResult } from './page-result.ts';
import type { ParametersOf, PathOf, ProblemOf, SectionsOf } from './page-types.ts';
import { type AnyProblem, isProblem, readPage } from './read-page.ts';
import type { Section } from './section.ts';

export interface ClientOptions {
  /** Where the BFF is: `https://mobile.example.com`. */
  readonly baseUrl: string;
  /** The access token, asked for at each call. When it rejects, so does the call. */
  readonly token: () => string | Promise<string>;
  /** Default the platform's own. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** What every call takes besides the page's parameters. */
export interface CallOptions {
  /** Ends the call. The BFF then cancels what it does for it. */
  readonly signal?: AbortSignal;
  /** Rather a problem than a page of which a section failed (RFC 7240 `handling=strict`). Default false. */
  readonly strict?: boolean;
}

/** A page's parameters, under `path` and `query`, and the options of the call. */
export type PageRequest<Paths, Path extends keyof Paths> = ParametersOf<Paths, Path> & CallOptions;

/** May be left out where everything in it may be. */
type PageArguments<Paths, Path extends keyof Paths> =
  Record<never, never> extends PageRequest<Paths, Path>
    ? [request?: PageRequest<Paths, Path>]
    : [request: PageRequest<Paths, Path>];

/** A client of a BFF whose generated `paths` these are. */
export interface PageClient<Paths> {
  /**
   * Asks for a page. Rejects with a `TypeError` for a path parameter that is empty, `.` or `..`: it would ask for another page.
   *
   * @example
   * const page = await client.get('/v1/orders/{orderId}', { path: { orderId }, signal });
   */
  get<Path extends PathOf<Paths>>(
    path: Path,
    ...request: PageArguments<Paths, Path>
  ): Promise<PageResult<SectionsOf<Paths, Path>, ProblemOf<Paths, Path>>>;
}

/** Any BFF, as it is at run time. */
type AnyPaths = Readonly<
  Record<
    string,
    {
      readonly get: {
        readonly parameters: {
          readonly path?: Readonly<Record<string, string>>;
          readonly query?: Readonly<Record<string, unknown>>;
          readonly header?: { readonly Prefer?: string };
        };
        readonly responses: { readonly 200: { readonly content: { readonly 'application/json': unknown } } };
      };
    }
  >
>;

interface AnyRequest extends CallOptions {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
}

type AnyPageResult = PageResult<Readonly<Record<string, Section<unknown>>>, AnyProblem>;

interface AnyPageClient {
  get(path: string, request?: AnyRequest): Promise<AnyPageResult>;
}

/** A client for a BFF. The types are its document's; what happens is the same for all of them. */
export function createPageClient<Paths>(options: ClientOptions): PageClient<Paths>;
export function createPageClient({ baseUrl, token, fetch }: ClientOptions): AnyPageClient {
  const client = createClient<AnyPaths>({
    baseUrl,
    ...(fetch && { fetch }),
    // A BFF takes each parameter once.
    querySerializer: { array: { style: 'form', explode: false } },
  });
  return {
    async get(path, { path: pathParameters = {}, query, signal, strict = false } = {}) {
      refuseEmptyParts(pathParameters);
      const bearer = await unlessAborted(Promise.resolve(token()), signal);
      if (bearer === undefined) return { kind: 'aborted', reason: signal?.reason };
      const headers = { authorization: `Bearer ${bearer}`, ...(strict && { prefer: 'handling=strict' }) };
      try {
        const { data, error, response } = await client.GET(path, {
          params: { path: pathParameters, ...(query && { query }) },
          headers,
          parseAs: 'text',
          ...(signal && { signal }),
        });
        return response.ok ? pageOf(data, response.status) : problemOf(error, response.status);
      } catch (error) {
        return signal?.aborted ? { kind: 'aborted', reason: signal.reason } : { kind: 'unreachable', error };
      }
    },
  };
}

/** `''`, `.` and `..` would make the path of another page, whose sections have the same names and other values. */
function refuseEmptyParts(parameters: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(parameters)) {
    if (/^\.{0,2}$/.test(value)) throw new TypeError(`path parameter ${name} must not be ${JSON.stringify(value)}`);
  }
}

/** What was promised, or undefined as soon as the signal aborts. Leaves no listener on the signal. */
function unlessAborted<T>(promised: Promise<T>, signal: AbortSignal | undefined): Promise<T | undefined> {
  if (!signal) return promised;
  return new Promise((resolve, reject) => {
    const leave = (): void => resolve(undefined);
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
    promised.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}

function pageOf(text: unknown, status: number): AnyPageResult {
  return (
    readPage(parsed(text)) ?? { kind: 'unreachable', error: new Error('the answer is no page of the BFF'), status }
  );
}

function problemOf(body: unknown, status: number): AnyPageResult {
  if (isProblem(body)) return { kind: 'problem', problem: body };
  return { kind: 'unreachable', error: new Error(`the answer ${status} is not of the BFF`), status };
}

function parsed(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
