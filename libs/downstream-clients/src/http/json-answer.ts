import type { ErrorContract } from '@bff/contracts';
import type { ZodType } from 'zod';
import { ContractBreach } from './contract-breach.ts';

/** What is known of an answer before its body is read. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** `application/json` or a type with the suffix `+json` (RFC 6839), with or without parameters. */
const jsonType = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;

/** How many offending fields the log names. */
const NAMED_FIELDS = 3;

/**
 * The body as the schema promises it.
 *
 * @throws ContractBreach when it is encoded, not declared as JSON, not JSON, or of another shape.
 */
export function readJson<T>({ headers, body }: Answer, schema: ZodType<T>): T {
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') throw new ContractBreach('the body is encoded, unasked');
  const type = headers['content-type'];
  if (typeof type !== 'string' || !jsonType.test(type)) throw new ContractBreach('the content type is not JSON');
  const result = schema.safeParse(parse(body));
  if (result.success) return result.data;
  const { issues } = result.error;
  const named = issues.slice(0, NAMED_FIELDS).map(({ path, code }) => `${path.join('.') || 'the body'} (${code})`);
  const more = issues.length > NAMED_FIELDS ? ` and ${issues.length - NAMED_FIELDS} more` : '';
  throw new ContractBreach(`the body breaks the contract at ${named.join(', ')}${more}`);
}

/**
 * Makes sure that an error is in the service's own words: the media type (without its parameters) and shape, code included,
 * that the contract has for this status.
 *
 * @throws ContractBreach when it is not, or when the contract has no such error.
 */
export function readError(answer: Answer, contract: ErrorContract | undefined): void {
  if (!contract) throw new ContractBreach('which the operation does not have');
  const type = answer.headers['content-type'];
  const mediaType = typeof type === 'string' ? type.split(';', 1)[0]?.trim().toLowerCase() : undefined;
  if (mediaType !== contract.mediaType) throw new ContractBreach(`the content type is not ${contract.mediaType}`);
  readJson(answer, contract.schema);
}

/** The parser's own message quotes the text, which may be anybody's data; it goes no further. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ContractBreach('the body is not JSON');
  }
}
