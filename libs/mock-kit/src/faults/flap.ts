import { HttpProblem } from '@bff/errors';
import { sendProblem } from '@bff/service-shell';
import type { Effect } from './effect.ts';

/** Down in the first turn of `fault.ms`, up in the second, and so on: a process that crashes and is started again. */
export const flap: Effect = ({ fault, res, next, clock }) => {
  const turn = Math.floor((clock.now() - fault.setAt) / fault.ms);
  if (turn % 2 === 1) next();
  else sendProblem(res, new HttpProblem(503, 'FAULT_INJECTED', 'The service failed'));
};
