import express, { type Router } from 'express';
import { z } from 'zod';
import { integerText, readInput, readJsonBody, sendJson } from '../src/index.ts';

/** Routes of every kind, to be refused. */
export const orderRoutes = (router: Router): void => {
  router.get('/orders/:id', (req, res) => sendJson(res, 200, { id: req.params.id }));
  router.get('/orders', (req, res) => {
    sendJson(res, 200, readInput(req, { query: z.object({ limit: integerText({ min: 1, max: 50 }).default(10) }) }));
  });
  router.post('/orders', async (req, res) => {
    sendJson(res, 201, await readJsonBody({ req, res }, z.strictObject({ quantity: z.int().min(1).max(9) })));
  });
  const admin = express.Router();
  admin.get('/users/:id', (_req, res) => sendJson(res, 200, {}));
  router.use('/admin', admin);
};
