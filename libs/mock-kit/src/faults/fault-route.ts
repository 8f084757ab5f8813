import { ALL_ROUTES } from './fault.ts';

/** One operation of a service's contract, as far as a fault needs to know it. Every `OperationContract` is one. */
export interface FaultRoute {
  /** The contract's operation name: `getOrder`. */
  readonly name: string;
  readonly method: string;
  /** The path with its parameters in braces: `/orders/{orderId}`. */
  readonly path: string;
  /** For operations that share a method and a path: the one whose field is in the query is meant. */
  readonly whenQueryHas?: string;
}

/** The part of a request that says which operation is asked for. */
export interface AskedRoute {
  readonly method: string;
  readonly path: string;
  readonly query: object;
}

/** Finds the operation of a request. Of several that match, the one that says most about the request is meant. */
export class FaultRoutes {
  readonly #routes: readonly { name: string; matches: (asked: AskedRoute) => boolean }[];

  constructor(routes: readonly FaultRoute[]) {
    this.#routes = routes
      .toSorted((a, b) => vagueness(a) - vagueness(b))
      .map((route) => ({ name: route.name, matches: matcherOf(route) }));
  }

  /** What a fault can be set for, `all` first. */
  get names(): readonly string[] {
    return [ALL_ROUTES, ...this.#routes.map((route) => route.name).toSorted()];
  }

  /** The operation's name, or undefined for a request that the contract does not know. */
  find(asked: AskedRoute): string | undefined {
    return this.#routes.find((route) => route.matches(asked))?.name;
  }
}

const PARAMETER = /\{[^}]+\}/g;

/** A fixed path before one with parameters (`/items/search` before `/items/{sku}`), a required query field before none. */
const vagueness = ({ path, whenQueryHas }: FaultRoute) =>
  (path.match(PARAMETER)?.length ?? 0) + (whenQueryHas === undefined ? 0.5 : 0);

function matcherOf({ method, path, whenQueryHas }: FaultRoute): (asked: AskedRoute) => boolean {
  const literals = path.split(PARAMETER).map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const pattern = new RegExp(`^${literals.join('[^/]+')}/?$`, 'i');
  return (asked) =>
    (asked.method === 'HEAD' ? 'GET' : asked.method) === method.toUpperCase() &&
    pattern.test(asked.path) &&
    (whenQueryHas === undefined || Object.hasOwn(asked.query, whenQueryHas));
}
