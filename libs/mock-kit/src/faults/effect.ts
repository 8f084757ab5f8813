import type { Clock } from '@bff/clock';
import type { NextFunction, Request, Response } from 'express';
import type { ActiveFault } from './active-fault.ts';

/** Everything an effect acts on. */
export interface EffectContext {
  readonly fault: ActiveFault;
  readonly req: Request;
  readonly res: Response;
  /** Hands the request to the real routes. */
  readonly next: NextFunction;
  readonly clock: Clock;
}

/** What is left of a fault when it comes to one request. */
export type Effect = (context: EffectContext) => void;
