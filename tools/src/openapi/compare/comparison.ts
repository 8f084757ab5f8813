import type { JsonObject } from './json.ts';

/** Two versions of a document, and what was compared of them already. */
export class Comparison {
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly #seen = new Set<string>();

  constructor(before: JsonObject, after: JsonObject) {
    this.before = before;
    this.after = after;
  }

  /** False for a pair of components that was compared before, in the same direction. Also ends recursion. */
  isNew(key: string): boolean {
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    return true;
  }
}
