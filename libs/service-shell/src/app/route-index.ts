import type { IncomingMessage } from 'node:http';
import { UNMATCHED_ROUTE } from '@bff/observability';
import type { Router } from 'express';

type Layer = Router['stack'][number];

interface KnownRoute {
  /** Where it is mounted and its own path: `/v1/orders/:orderId`. */
  template: string;
  /** In upper case; undefined when it takes every method. */
  methods: readonly string[] | undefined;
}

/**
 * Knows an app's routes by reading its router, for what Express does not tell: the full template of the route that
 * matched, and the methods that a path has. Only refused requests pay for the search.
 */
export class RouteIndex {
  readonly #router: Router;
  readonly #templates = new WeakMap<object, string>();

  constructor(router: Router) {
    this.#router = router;
  }

  /** The template of the route that a request matched or would have matched, or `unmatched`. Never the path itself. */
  templateOf(req: IncomingMessage, path: string): string {
    const route: unknown = 'route' in req ? req.route : undefined;
    if (typeof route === 'object' && route !== null) {
      const known = this.#templates.get(route) ?? this.#learn(route);
      if (known !== undefined) return known;
    }
    const matching = matchingRoutes(this.#router.stack, path, '');
    const method = req.method ?? 'GET';
    const best = matching.find(({ methods }) => methods === undefined || methods.includes(method)) ?? matching[0];
    return best?.template ?? UNMATCHED_ROUTE;
  }

  /** What to name in `Allow`: HEAD comes with GET, OPTIONS with anything. Undefined when no route has this path. */
  allowedMethods(path: string): readonly string[] | undefined {
    const matching = matchingRoutes(this.#router.stack, path, '');
    if (matching.length === 0) return undefined;
    const allowed = new Set(matching.flatMap(({ methods }) => methods ?? []));
    if (allowed.has('GET')) allowed.add('HEAD');
    allowed.add('OPTIONS');
    return [...allowed].toSorted();
  }

  /** Whether the app itself answers OPTIONS on this path. */
  answersOptions(path: string): boolean {
    const matching = matchingRoutes(this.#router.stack, path, '');
    return matching.some(({ methods }) => methods === undefined || methods.includes('OPTIONS'));
  }

  #learn(route: object): string | undefined {
    this.#learnAll(this.#router.stack, '');
    return this.#templates.get(route);
  }

  #learnAll(stack: readonly Layer[], mountedAt: string): void {
    for (const layer of stack) {
      if (layer.route) this.#templates.set(layer.route, mountedAt + layer.route.path);
      else this.#learnAll(nestedStack(layer), mountedAt + mountPath(layer));
    }
  }
}

function matchingRoutes(stack: readonly Layer[], path: string, mountedAt: string): KnownRoute[] {
  return stack.flatMap((layer): KnownRoute[] => {
    if (!layer.route && nestedStack(layer).length === 0) return [];
    const matched = matchedPath(layer, path);
    if (matched === undefined) return [];
    if (!layer.route) {
      const rest = path.slice(matched.length);
      return matchingRoutes(nestedStack(layer), rest === '' ? '/' : rest, mountedAt + mountPath(layer));
    }
    const methods = layer.route.stack.map((handler): string | undefined => handler.method);
    return [
      {
        template: mountedAt + layer.route.path,
        methods: methods.includes(undefined) ? undefined : methods.flatMap((method) => method?.toUpperCase() ?? []),
      },
    ];
  });
}

/** The layers of a router that is mounted in this one; none for a plain middleware. */
function nestedStack(layer: Layer): readonly Layer[] {
  const { handle } = layer;
  return 'stack' in handle && Array.isArray(handle.stack) ? handle.stack : [];
}

function mountPath(layer: Layer): string {
  return 'rawPath' in layer && typeof layer.rawPath === 'string' && layer.rawPath !== '/' ? layer.rawPath : '';
}

/** The part of the path that a layer takes. `match` is there at run time and missing in Express' types. */
function matchedPath(layer: Layer, path: string): string | undefined {
  if (!('match' in layer) || typeof layer.match !== 'function') return undefined;
  try {
    const match: unknown = layer.match(path);
    const isMatch = typeof match === 'object' && match !== null && 'path' in match;
    return isMatch && typeof match.path === 'string' ? match.path : undefined;
  } catch {
    // A parameter that cannot be decoded. Such a path was refused already and belongs to no route.
    return undefined;
  }
}
