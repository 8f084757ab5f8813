import type { Looked, SharedEntry } from '../shared-store.ts';

/** Reads the reply of `lookScript`. Throws a `TypeError` when it is none. */
export function lookedFrom(reply: unknown): Looked {
  if (!Array.isArray(reply)) throw unexpected();
  const [state, lease, at, tie, left, payload]: unknown[] = reply;
  if (lease !== 'free' && lease !== 'mine' && lease !== 'taken') throw unexpected();
  if (state === 'none') return { entry: undefined, lease };
  if (state === 'known') return { entry: 'known', lease };
  return { entry: entryFrom({ state, at: Number(at), tie: Number(tie), keepMs: Number(left), payload }), lease };
}

interface EntryReply {
  readonly state: unknown;
  readonly at: number;
  readonly tie: number;
  readonly keepMs: number;
  readonly payload: unknown;
}

function entryFrom({ state, at, tie, keepMs, payload }: EntryReply): SharedEntry {
  if (![at, tie, keepMs].every(Number.isFinite)) throw unexpected();
  if (state === 'removed') return { version: { at, tie }, payload: undefined, keepMs };
  if (state === 'value' && typeof payload === 'string') return { version: { at, tie }, payload, keepMs };
  throw unexpected();
}

const unexpected = (): TypeError => new TypeError('Redis gave another reply than its script gives');
