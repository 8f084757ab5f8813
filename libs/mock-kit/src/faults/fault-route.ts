import { ALL_ROUTES } from './fault.ts';

/** One operation of a service's contract, as far as a fault needs to know it. */
export interface FaultRoute {
  /** The contract's operation name: `getOrder`. */
  readonly operation: string;
  /** Upper or lower case. */
  readonly method: string;
  /** The path with its parameters as `{orderId}` or `:orderId`. */
  readonly path: string;
  /**
   * True for a route that a fault on `all` leaves alone, because it is not part of the service's contract (the identity
   * endpoints of the user mock). A fault that names it still reaches it.
   */
  readonly onlyWhenNamed?: boolean;
}

/** Finds the operation of a request by method and path. The first route that matches wins. */
export class FaultRoutes {
  readonly #routes: readonly (FaultRoute & { pattern: RegExp })[];

  constructor(routes: readonly FaultRoute[]) {
    this.#routes = routes.map((route) => ({
      ...route,
      method: route.method.toUpperCase(),
      pattern: patternOf(route.path),
    }));
  }

  /** What a fault can be set for, `all` first. */
  get names(): readonly string[] {
    return [ALL_ROUTES, ...new Set(this.#routes.map((route) => route.operation))];
  }

  find(method: string, path: string): FaultRoute | undefined {
    const asked = method === 'HEAD' ? 'GET' : method;
    return this.#routes.find((route) => route.method === asked && route.pattern.test(path));
  }
}

function patternOf(path: string): RegExp {
  const segments = path
    .split('/')
    .map((segment) =>
      /^(\{.+\}|:.+)$/.test(segment) ? '[^/]+' : segment.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`),
    );
  return new RegExp(`^${segments.join('/')}/?$`, 'i');
}
