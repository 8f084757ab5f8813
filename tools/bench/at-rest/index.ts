import type { AtRestTable } from './at-rest-table.ts';
import { coldKey } from './cold-key/cold-key.ts';
import { listCalls } from './list-calls/list-calls.ts';
import { memory } from './memory/memory.ts';
import { pageBytes } from './page-bytes/page-bytes.ts';
import { startUp } from './start-up/start-up.ts';

export type { AtRestOptions, AtRestTable } from './at-rest-table.ts';

/** In the order in which they are run and shown: quick ones first. */
export const atRestTables: readonly AtRestTable[] = [pageBytes, listCalls, startUp, coldKey, memory];
