import type { RedisState } from '../../../src/wire/index.ts';
import { type AppGroup, livingOf, shortName } from '../model/app-groups.ts';
import { hashOf } from '../place/place.ts';
import { listOf, plural } from '../words/lists.ts';
import type { Trouble } from './trouble.ts';

/** Redis, settings files that are refused, replicas that do not hear of acts, and faults that somebody has switched on. */
export function surroundingTroubles(groups: readonly AppGroup[], redis: RedisState | null): readonly Trouble[] {
  return [...redisTrouble(redis), ...groups.flatMap((group) => [...refusedSettings(group), ...faultsOn(group)])];
}

function redisTrouble(redis: RedisState | null): readonly Trouble[] {
  if (redis?.status !== 'unreachable') return [];
  const cut = new Set(redis.byApp.filter(({ status }) => status === 'unreachable').map(({ app }) => app));
  return [
    {
      id: 'redis',
      severity: 'warn',
      who: 'Redis',
      what: `cannot be reached by ${listOf([...cut])}`,
      since: null,
      why: 'each replica keeps values and hears of acts for itself',
      place: hashOf('map', 'redis'),
      rank: 15,
    },
  ];
}

function refusedSettings(group: AppGroup): readonly Trouble[] {
  const refused = livingOf(group).find(({ settings }) => settings?.refused)?.settings?.refused;
  if (!refused) return [];
  return [
    {
      id: `settings ${group.app}`,
      severity: 'warn',
      who: group.app,
      what: 'its settings file is refused, older values are in effect',
      since: refused.at,
      why: refused.problems[0] ?? '',
      place: hashOf('map', group.app),
      rank: 16,
    },
  ];
}

function faultsOn(group: AppGroup): readonly Trouble[] {
  const faults = livingOf(group).flatMap((app) => app.faults);
  const [first] = faults;
  if (first === undefined) return [];
  return [
    {
      id: `fault ${group.app}`,
      severity: 'note',
      who: shortName(group),
      what: `${plural(faults.length, 'fault')} switched on: ${listOf([...new Set(faults.map(({ kind }) => kind))])}`,
      since: faults.map(({ setAt }) => setAt).toSorted()[0] ?? null,
      why: '',
      place: hashOf('faults', group.app),
      rank: 30,
    },
  ];
}
