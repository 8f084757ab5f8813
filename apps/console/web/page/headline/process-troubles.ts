import { type AppGroup, isDead, shortName } from '../model/app-groups.ts';
import type { Edge } from '../model/edges.ts';
import { hashOf } from '../place/place.ts';
import { listOf } from '../words/lists.ts';
import type { Trouble } from './trouble.ts';

/** The one trouble when there is nobody left to tell of any other. */
export function nothingAnswers(groups: readonly AppGroup[]): Trouble | undefined {
  if (groups.length === 0 || !groups.every(isDead)) return undefined;
  const replicas = groups.flatMap((group) => group.replicas);
  return {
    id: 'nothing-answers',
    severity: 'bad',
    who: 'Nothing answers',
    what: `all ${replicas.length} processes are dead`,
    since:
      replicas
        .map(({ since }) => since)
        .toSorted()
        .at(-1) ?? null,
    why: 'or the console cannot reach them. It goes on looking',
    place: hashOf('map'),
    rank: 0,
  };
}

/** Processes that are dead or not ready. */
export function processTroubles(groups: readonly AppGroup[], edges: readonly Edge[]): readonly Trouble[] {
  return groups.flatMap((group) => [...deadOf(group, edges), ...notReadyOf(group)]);
}

function deadOf(group: AppGroup, edges: readonly Edge[]): readonly Trouble[] {
  const dead = group.replicas.filter(({ status }) => status === 'dead');
  if (dead.length === 0) return [];
  const all = dead.length === group.replicas.length;
  return [
    {
      id: `dead ${group.app}`,
      severity: 'bad',
      who: shortName(group),
      what: all ? 'process dead' : `${dead.length} of ${group.replicas.length} replicas dead`,
      since: dead.map(({ since }) => since).toSorted()[0] ?? null,
      why: all && group.kind === 'service' ? openFor(group, edges) : '',
      place: hashOf('map', group.app),
      rank: all ? 1 : 2,
    },
  ];
}

function openFor({ service }: AppGroup, edges: readonly Edge[]): string {
  const open = edges.filter(
    (edge) => edge.service === service && (edge.state === 'open' || edge.state === 'half-open'),
  );
  return open.length === 0 ? '' : `circuit open in ${listOf(open.map(({ app }) => app))}`;
}

function notReadyOf(group: AppGroup): readonly Trouble[] {
  const waiting = group.replicas.filter(({ status }) => status === 'not-ready');
  const [first] = waiting;
  if (first === undefined) return [];
  const failing = Object.entries(first.readiness ?? {}).filter(([, says]) => says !== 'ok');
  return [
    {
      id: `not-ready ${group.app}`,
      severity: 'warn',
      who: shortName(group),
      what:
        group.replicas.length === 1 ? 'not ready' : `${waiting.length} of ${group.replicas.length} replicas not ready`,
      since: first.since,
      why: failing.length > 0 ? failing.map(([check, says]) => `${check}: ${says}`).join(', ') : (first.problem ?? ''),
      place: hashOf('map', group.app),
      rank: 20,
    },
  ];
}
