import type { RedisState } from '../../../src/wire/index.ts';
import type { AppGroup } from '../model/app-groups.ts';
import type { Edge } from '../model/edges.ts';

/** All that the map shows. */
export interface SystemMap {
  readonly bffs: readonly AppGroup[];
  readonly services: readonly AppGroup[];
  readonly edges: readonly Edge[];
  readonly redis: RedisState | null;
}
