import { BadRequest, type FieldError, HttpProblem } from '@bff/errors';
import express, { type ErrorRequestHandler, type Router } from 'express';
import type { ZodError } from 'zod';
import type { Faults } from '../faults/create-faults.ts';
import { faultRequestSchema } from '../faults/fault-request-schema.ts';

/**
 * `GET /faults`, `POST /faults`, `DELETE /faults` and `DELETE /faults/{id}`, for the admin app only. It reads its own
 * bodies and answers its own errors, so that it can be mounted on an app with no middleware.
 */
export function faultsRouter(faults: Faults): Router {
  const schema = faultRequestSchema(faults.routeNames);
  const router = express.Router();

  router.get('/faults', (_req, res) => {
    res.json({ faults: faults.list() });
  });

  router.post('/faults', express.json({ limit: '16kb', type: () => true }), async (req, res) => {
    const asked = schema.safeParse(req.body ?? {});
    if (!asked.success) throw new BadRequest(fieldErrorsOf(asked.error));
    const fault = await faults.set(asked.data);
    res.status(201).location(`/faults/${fault.id}`).json(fault);
  });

  router.delete('/faults', async (_req, res) => {
    res.json({ cleared: await faults.clearAll() });
  });

  router.delete('/faults/:id', async (req, res) => {
    if (!(await faults.clear(req.params.id)))
      throw new HttpProblem(404, 'NOT_FOUND', 'No fault with this id is active');
    res.status(204).end();
  });

  router.use(answerProblem);
  return router;
}

const fieldErrorsOf = (error: ZodError): FieldError[] =>
  error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((field): FieldError => ({ in: 'body', field, reason: 'is not known' }))
      : [{ in: 'body', field: issue.path.join('.') || '(body)', reason: issue.message }],
  );

const answerProblem: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  if (res.headersSent) {
    next(error);
    return;
  }
  const { details } = problemOf(error);
  res.status(details.status).type('application/problem+json').send(JSON.stringify(details));
};

function problemOf(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  // What express.json() throws carries the status that it means.
  const status = error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500;
  if (status >= 400 && status < 500) {
    return new BadRequest([{ in: 'body', field: '(body)', reason: 'must be a JSON object of at most 16 kB' }]);
  }
  const detail = error instanceof Error ? error.message : String(error);
  return new HttpProblem(500, 'INTERNAL', 'The fault could not be changed', { detail });
}
