import type { ErrorContract, OperationContract, ParamsOf, QueryOf, ResponseOf } from '@bff/contracts';
import type { ZodType } from 'zod';
import { pathOf } from './path.ts';
import { type Query, type QueryValue, queryStringOf } from './query-string.ts';

/** A question that changes nothing at the service, so that asking again does no harm. */
export interface ReadOperation<Input extends Query, Answer> {
  /** The contract's operation name. */
  readonly name: string;
  /**
   * Path and query, encoded, below the service's base URL.
   *
   * @throws TypeError when a value cannot be sent safely.
   */
  readonly target: (input: Input) => string;
  readonly answer: ZodType<Answer>;
  /** How the service says that there is no such thing. Absent: the operation has no such answer. */
  readonly notFound: ErrorContract | undefined;
  /** How the service says that it keeps the thing from the caller. Absent: the operation has no such answer. */
  readonly forbidden: ErrorContract | undefined;
}

/** The parameters of an operation by their names in the contract, those of its path and those of its query alike. */
export type InputOf<Contract extends OperationContract> = Readonly<Record<keyof ParamsOf<Contract> & string, string>> &
  Readonly<Partial<Record<keyof QueryOf<Contract> & string, QueryValue>>>;

/** Prepares an operation of a service's contract for calling; done once, when the module loads. */
export function readOperation<const Contract extends OperationContract & { readonly method: 'GET' }>(
  contract: Contract & { readonly response: ZodType<ResponseOf<Contract>> },
): ReadOperation<InputOf<Contract>, ResponseOf<Contract>> {
  const segments = contract.path.split('/').slice(1);
  const pathParams = segments.filter((segment) => segment.startsWith('{')).map((segment) => segment.slice(1, -1));
  return {
    name: contract.name,
    target(input) {
      const query: Record<string, QueryValue> = { ...input };
      for (const name of pathParams) delete query[name];
      return pathOf(segments.map((segment) => filled(segment, input))) + queryStringOf(query);
    },
    answer: contract.response,
    notFound: contract.errors[404],
    forbidden: contract.errors[403],
  };
}

/** `{orderId}` becomes the value of that name; any other segment stays. */
function filled(segment: string, input: Query): string {
  if (!segment.startsWith('{')) return segment;
  const name = segment.slice(1, -1);
  const value = input[name];
  if (typeof value !== 'string') throw new TypeError(`the path parameter ${name} is missing`);
  return value;
}
