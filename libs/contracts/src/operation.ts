import type { z } from 'zod';

/** The body of an error answer and the media type it comes in. */
export interface ErrorContract {
  readonly mediaType: 'application/problem+json' | 'application/json';
  readonly schema: z.ZodType;
}

export const errorStatuses = [400, 403, 404] as const;

export type ErrorStatus = (typeof errorStatuses)[number];

/**
 * One thing that can be asked of a service. What is sent (params, query, body) is strict: an unknown field is refused.
 * What is answered is read tolerantly: an unknown field is dropped, so that a service may add one at any time.
 */
export interface OperationContract {
  /** Unique within the service; names the route in faults, metrics and errors. */
  readonly name: string;
  readonly summary: string;
  readonly method: 'GET' | 'POST';
  /** RFC 6570 level 1, as OpenAPI writes it: `/orders/{orderId}`. */
  readonly path: string;
  /** For operations that share a method and a path: the one whose field is in the query is meant. */
  readonly whenQueryHas?: string;
  readonly params?: z.ZodObject;
  /** Parses the strings of the query; its output has defaults filled in. */
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  /** The body of a 200. */
  readonly response: z.ZodType;
  /** What the service answers to a request that is at fault. Its own failures (5xx) are no part of the contract. */
  readonly errors: Readonly<Partial<Record<ErrorStatus, ErrorContract>>>;
}

/** Everything a service can be asked, by operation name. */
export interface ServiceContract {
  readonly name: 'order' | 'user' | 'payment' | 'inventory';
  readonly title: string;
  readonly description: string;
  /** Of the contract, not of the software behind it. */
  readonly version: string;
  readonly operations: Readonly<Record<string, OperationContract>>;
}

/** What a caller of the operation gets. */
export type ResponseOf<O extends OperationContract> = z.output<O['response']>;

/** The parsed query of the operation, defaults filled in. */
export type QueryOf<O extends OperationContract> = O extends { readonly query: infer Q extends z.ZodType }
  ? z.output<Q>
  : undefined;

/** The parsed path parameters of the operation. */
export type ParamsOf<O extends OperationContract> = O extends { readonly params: infer P extends z.ZodType }
  ? z.output<P>
  : undefined;
