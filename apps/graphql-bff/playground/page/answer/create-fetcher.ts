import type { Fetcher } from '@graphiql/toolkit';
import type { AnsweredWith } from './answer.ts';
import type { Answers } from './answers.ts';
import { operationNameIn } from './operation-name.ts';
import { readAnswer } from './read-answer.ts';

export interface FetcherOptions {
  readonly url: string;
  /** Where it is noted what is known of an answer besides its text. */
  readonly answers: Answers;
  /** With what the schema is asked for before the headers editor is there. */
  readonly schemaHeaders: Readonly<Record<string, string>>;
}

/** Sends what GraphiQL runs. It resolves to whatever came, and to an error of its own when nothing did. */
export function createFetcher({ url, answers, schemaHeaders }: FetcherOptions): Fetcher {
  return async (params, { headers } = {}) => {
    const forSchema = params.operationName === 'IntrospectionQuery';
    const startedAt = performance.now();
    const { response, body, why } = await exchange(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json;q=0.9',
        ...(headers ?? (forSchema ? schemaHeaders : {})),
      },
      body: JSON.stringify({ ...params, operationName: operationNameIn(params.query, params.operationName) }),
    });
    const answered: AnsweredWith = why === undefined ? readAnswer(body) : { with: 'nothing', why };
    const result = why === undefined ? body : { errors: [{ message: why }] };
    answers.add(result, {
      ...answered,
      status: response?.status,
      tookMs: performance.now() - startedAt,
      requestId: response?.headers.get('x-request-id') ?? undefined,
      forSchema,
    });
    return result as object;
  };
}

/** What came, and why there is nothing to read in it, if that is so. */
interface Exchange {
  readonly response?: Response;
  readonly body?: unknown;
  readonly why?: string;
}

async function exchange(url: string, init: RequestInit): Promise<Exchange> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (error) {
    return { why: `Nothing came back: ${error instanceof Error ? error.message : String(error)}.` };
  }
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? { response, body } : { response, why: notGraphql(response) };
  } catch {
    return { response, why: notGraphql(response) };
  }
}

const notGraphql = ({ status }: Response) => `What came back with status ${status} is no answer of GraphQL.`;
