import { createHash } from 'node:crypto';

/** A Lua script, which Redis runs as one step. Known to it by its SHA-1. */
export interface Script {
  readonly lua: string;
  readonly sha: string;
}

export const script = (lua: string): Script => ({ lua, sha: createHash('sha1').update(lua).digest('hex') });
