import type { CircuitStrip, ConsoleState } from '../../../src/wire/index.ts';
import { appGroups } from '../model/app-groups.ts';
import { edgesOf } from '../model/edges.ts';
import { outagesIn } from '../model/outages.ts';
import { blamedServices } from '../model/section-services.ts';
import { callTroubles } from './call-troubles.ts';
import { pageTroubles } from './page-troubles.ts';
import { nothingAnswers, processTroubles } from './process-troubles.ts';
import { surroundingTroubles } from './surrounding-troubles.ts';
import type { Trouble } from './trouble.ts';

/**
 * Everything that is wrong, the worst first: dead processes, then services that are not called or fail, then what people
 * see of it, then what may become trouble. A service that is dead and whose circuits are open for it is one trouble.
 */
export function troublesOf(
  state: Pick<ConsoleState, 'apps' | 'redis' | 'newest'>,
  strips: readonly CircuitStrip[],
): readonly Trouble[] {
  const groups = appGroups(state.apps);
  const nothing = nothingAnswers(groups);
  if (nothing) return [nothing];
  const edges = groups.flatMap(edgesOf);
  const blamed = blamedServices(state.apps);
  const found = [
    ...processTroubles(groups, edges),
    ...callTroubles(groups, edges, { blamed, outageSince: outagesIn(strips) }),
    ...pageTroubles(state.newest, blamed),
    ...surroundingTroubles(groups, state.redis),
  ];
  return found.toSorted((one, other) => one.rank - other.rank);
}
