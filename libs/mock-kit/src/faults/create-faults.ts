import type { Server } from 'node:http';
import { type Clock, systemClock } from '@bff/clock';
import type { RequestHandler } from 'express';
import type { FaultRequest, FaultView } from './fault.ts';
import { faultMiddleware } from './fault-middleware.ts';
import { type FaultRoute, FaultRoutes } from './fault-route.ts';
import { FaultSet } from './fault-set.ts';

export interface FaultsOptions {
  /** The operations that a fault can be set for: a contract's. A request to anything else is left alone. */
  readonly routes: readonly FaultRoute[];
  /**
   * Names of operations that a fault on `all` leaves alone, and only one that names them reaches: what the user service
   * does as the development's identity issuer. Default none.
   */
  readonly sparedByAll?: readonly string[];
  /** Default: the system's clock. */
  readonly clock?: Clock;
  /** From 0 up to but not including 1; decides with `probability` whether a fault fires. Default `Math.random`. */
  readonly random?: () => number;
}

/** The faults of one mock service: what is on, and the middleware that makes it so. */
export interface Faults {
  /** Belongs on the public app, in front of its routes. Never on the admin app, which must stay reachable. */
  readonly middleware: RequestHandler;
  /** What a fault can be set for: `all` and the operation names. */
  readonly routeNames: readonly string[];
  /** Gives `refuse` the public server to close and reopen. Call it once the server listens. */
  attach(server: Server): void;
  /**
   * Switches a fault on. One of the same kind for the same route is replaced. The request is taken as valid: the admin
   * routes check it with `faultRequestSchema`.
   */
  set(request: FaultRequest): Promise<FaultView>;
  list(): readonly FaultView[];
  /** Ends one fault; false when there is none with this id. Replies it held go out now. */
  clear(id: string): Promise<boolean>;
  /** Ends every fault and says how many there were. */
  clearAll(): Promise<number>;
  /** For the end of the process: ends every fault and its timers without reopening the port. */
  dispose(): void;
}

/** Creates a mock service's faults, none of them on. */
export function createFaults(options: FaultsOptions): Faults {
  const { clock = systemClock, random = Math.random, sparedByAll = [] } = options;
  const routes = new FaultRoutes(options.routes);
  const active = new FaultSet(clock);
  return {
    middleware: faultMiddleware({ routes, sparedByAll: new Set(sparedByAll), active, clock, random }),
    routeNames: routes.names,
    attach: (server) => active.attach(server),
    set: async (request) => (await active.set(request)).view(),
    list: () => active.list().map((fault) => fault.view()),
    clear: (id) => active.clear(id),
    clearAll: () => active.clearAll(),
    dispose: () => active.dispose(),
  };
}
