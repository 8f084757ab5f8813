import { type OperationContract, answerCodes } from '@bff/contracts';
import { HttpProblem } from '@bff/errors';
import { type Input, readInput, sendJson } from '@bff/service-shell';
import type { Request, Response } from 'express';
import type { z } from 'zod';

/** An operation of a contract and what answers it. */
export interface OperationRoute {
  readonly operation: OperationContract;
  readonly handle: (req: Request, res: Response) => void;
}

type NoFields = z.ZodObject<Record<never, never>>;

/**
 * Binds an operation to what answers it. The answer gets the parsed path and query and has to have the type of the
 * contract's response; a request that breaks the contract is refused before (`BadRequest`, every field named).
 */
export function answer<R extends z.ZodType, P extends z.ZodObject = NoFields, Q extends z.ZodObject = NoFields>(
  operation: OperationContract & { readonly params?: P; readonly query?: Q; readonly response: R },
  respond: (input: Input<P, Q>) => z.output<R>,
): OperationRoute {
  const { params, query } = operation;
  const schemas = { ...(params && { path: params }), ...(query && { query }) };
  return {
    operation,
    handle: (req, res) => sendJson(res, 200, respond(readInput(req, schemas))),
  };
}

/** 404 with the contract's own code, in words that name the kind of thing, never the id that was asked for. */
export const notFound = (kind: string): HttpProblem =>
  new HttpProblem(404, answerCodes[404], `There is no such ${kind}`);
