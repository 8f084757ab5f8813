/** A stream of numbers that is the same for the same seed, kind and index, on every machine and at every start. */
export interface Random {
  /** From 0 up to but not including 1. */
  next(): number;
  /** An integer from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** One of the list, each as likely as the other. */
  pick<T>(list: OneOrMore<T>): T;
}

/** A list that is never empty, so that picking from it needs no check. */
export type OneOrMore<T> = readonly [T, ...T[]];

/**
 * The stream that belongs to one entity. Each entity has its own, so that it can be made from its index alone: a process
 * that needs only order 17 makes only order 17, and a new field in users changes no order.
 */
export function randomOf(seed: number, kind: string, index: number): Random {
  const next = mulberry32(mixed(seed ^ hashOf(kind), index));
  return {
    next,
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => list[Math.floor(next() * list.length)] ?? list[0],
  };
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** The finaliser of MurmurHash3 over both, because neighbouring indexes must not give similar streams. */
function mixed(seed: number, index: number): number {
  let hash = Math.imul(seed ^ Math.imul(index + 1, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** Tommy Ettinger's generator: 32 bits of state, good enough for test data and very fast. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
