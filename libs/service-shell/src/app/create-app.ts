import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Clock, systemClock } from '@bff/clock';
import { HttpProblem } from '@bff/errors';
import type { Logger, Metrics } from '@bff/observability';
import express, { type Express, type NextFunction, type Request, type Response, type Router } from 'express';
import { sendError, sendProblem } from '../reply/send-problem.ts';
import { LoadShedder, type SheddingOptions } from '../shedding/load-shedder.ts';
import { recordEnd } from './access-log.ts';
import { InFlightRequests } from './in-flight-requests.ts';
import { endUnreadBody } from './unread-body.ts';
import { type RequestLimits, defaultRequestLimits, pathOf, refusalOf } from './request-limits.ts';
import { OpenRequest, bindScope } from './request-scope.ts';
import { RouteIndex } from './route-index.ts';
import { type ReplyHeaders, apiHeaders, headerSetter } from './security-headers.ts';

export interface AppOptions {
  /** Stands in messages and logs: `mobile-bff`. */
  name: string;
  logger: Logger;
  metrics: Metrics;
  /** Default the system's clock. */
  clock?: Clock;
  /** Declares the routes, in the order in which they are tried. Middleware of the app's own goes in here too. */
  routes: (router: Router) => void;
  limits?: Partial<RequestLimits>;
  /** Added to or replacing the headers on every reply; undefined takes one away. */
  headers?: ReplyHeaders;
  /** The access line and the request metric. Default true; off for an admin app, whose probes would drown the rest. */
  observed?: boolean;
  /** When to refuse requests because there are too many. Default: never, as for an admin app. */
  shedding?: SheddingOptions;
}

/** A request listener for `serve`, or for any `node:http` server. */
export interface ServiceApp {
  (req: IncomingMessage, res: ServerResponse): void;
  readonly context: AppContext;
  readonly requests: InFlightRequests;
}

/** What an app was made with; `serve` takes it from here. */
export interface AppContext {
  readonly name: string;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly limits: RequestLimits;
}

/**
 * An Express app with everything around it that each server needs: request id, trace and abort signal
 * (`requestScope(res)`), access line and metric, security headers, limits on URL, headers and body, and every error as
 * RFC 9457 problem. Bodies are read only by a route that asks (`readJsonBody`).
 */
export function createApp(options: AppOptions): ServiceApp {
  const { name, logger, metrics, clock = systemClock, observed = true } = options;
  const limits = { ...defaultRequestLimits, ...options.limits };
  const context = { name, logger, metrics, clock, limits };
  const requests = new InFlightRequests();
  const router = express.Router({ caseSensitive: true });
  options.routes(router);
  const routes = new RouteIndex(router);
  const app = expressAround(router, routes);
  const headers = { ...apiHeaders, ...options.headers };
  const setHeaders = headerSetter(headers);
  const shedder = options.shedding && new LoadShedder(options.shedding, { context, requests, headers });

  const handle = (req: IncomingMessage, res: ServerResponse): void => {
    // Before anything else: a refusal must cost next to nothing.
    if (shedder?.sheds(req, res)) return;
    const request = new OpenRequest(req, res, context);
    const path = pathOf(req.url ?? '/');
    bindScope(request);
    requests.add(request);
    shedder?.began();
    setHeaders(res);
    res.setHeader('X-Request-Id', request.requestId);
    res.once('close', () => {
      request.closed();
      requests.remove(request);
      shedder?.ended();
      endUnreadBody(req);
      if (!observed) return;
      const durationMs = clock.now() - request.receivedAtMs;
      recordEnd({ request, route: routes.templateOf(req, path), path, durationMs }, metrics);
    });

    const refusal = refusalOf(req, limits);
    if (refusal !== undefined) {
      sendProblem(res, refusal);
    } else if (req.method === 'OPTIONS' && !routes.answersOptions(path)) {
      answerOptions(res, path, routes);
    } else {
      app(req, res);
    }
  };
  return Object.assign(handle, { context, requests });
}

function expressAround(router: Router, routes: RouteIndex): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('trust proxy', false);
  app.set('env', 'production');
  app.use(router);
  app.use((req, res) => sendProblem(res, noSuchRoute(routes.allowedMethods(req.path), req.method)));
  // Express knows an error handler by its four parameters.
  app.use((error: unknown, _req: Request, res: Response, _next: NextFunction) => sendError(res, error));
  return app;
}

function noSuchRoute(allowed: readonly string[] | undefined, method: string): HttpProblem {
  if (allowed === undefined) return new HttpProblem(404, 'ROUTE_NOT_FOUND', 'There is nothing at this path');
  const list = allowed.join(', ');
  return new HttpProblem(405, 'METHOD_NOT_ALLOWED', 'This path does not take this method', {
    detail: `${method.slice(0, 20)} is not one of ${list}`,
    headers: { Allow: list },
  });
}

/** `OPTIONS *` asks about the server as a whole (RFC 9110 section 9.3.7). */
function answerOptions(res: ServerResponse, path: string, routes: RouteIndex): void {
  const allowed = path === '*' ? ['GET', 'HEAD', 'OPTIONS'] : routes.allowedMethods(path);
  if (allowed === undefined) sendProblem(res, noSuchRoute(undefined, 'OPTIONS'));
  else res.writeHead(204, { Allow: allowed.join(', ') }).end();
}
