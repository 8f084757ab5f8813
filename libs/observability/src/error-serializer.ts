import { isNativeError } from 'node:util/types';
import { scrubCredentials } from './secrets.ts';

/** An error as it stands in a log line. */
export interface SerializedError {
  name: string;
  message: string;
  stack?: string;
  /** `ECONNRESET`, `DOWNSTREAM_TIMEOUT`, … */
  code?: string | number;
  /** Set by `DownstreamError`. */
  service?: string;
  operation?: string;
  cause?: SerializedError | string;
  /** The members of an AggregateError, such as the addresses that a connection was tried to. */
  errors?: readonly (SerializedError | string)[];
}

/** Also true for an error of another realm (a `vm` context), which `instanceof` does not know. */
export const isError = (value: unknown): value is Error => value instanceof Error || isNativeError(value);

const longestChain = 5;
const mostMembers = 5;

/**
 * Takes from an error only what is listed in `SerializedError`. An HTTP client's error also holds the request with its
 * headers, the Authorization header among them, so nothing is copied that is not named here.
 */
export function serializeError(error: Error): SerializedError {
  return serializeAt(error, 0);
}

function serializeAt(error: Error, depth: number): SerializedError {
  const out: SerializedError = { name: error.name, message: scrubCredentials(error.message) };
  if (error.stack !== undefined) out.stack = scrubCredentials(error.stack);
  if ('code' in error && (typeof error.code === 'string' || typeof error.code === 'number')) out.code = error.code;
  if ('service' in error && typeof error.service === 'string') out.service = error.service;
  if ('operation' in error && typeof error.operation === 'string') out.operation = error.operation;
  if (error.cause !== undefined && error.cause !== null && depth + 1 < longestChain) {
    out.cause = serializeMember(error.cause, depth);
  }
  if ('errors' in error && Array.isArray(error.errors) && depth + 1 < longestChain) {
    out.errors = error.errors.slice(0, mostMembers).map((member: unknown) => serializeMember(member, depth));
  }
  return out;
}

/** Anything can be thrown. Of what is not an Error only a primitive is shown: an object may hold anything. */
function serializeMember(value: unknown, depth: number): SerializedError | string {
  if (isError(value)) return serializeAt(value, depth + 1);
  return typeof value === 'object' || typeof value === 'function'
    ? `a thrown ${typeof value}`
    : scrubCredentials(String(value));
}
