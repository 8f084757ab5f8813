import { type AppGroup, isDead } from '../model/app-groups.ts';
import type { Edge } from '../model/edges.ts';
import type { OutageSince } from '../model/outages.ts';
import { type Blamed, mostOf } from '../model/section-services.ts';
import { hashOf } from '../place/place.ts';
import { share } from '../words/figures.ts';
import { listOf } from '../words/lists.ts';
import type { Trouble } from './trouble.ts';

/** Share of failed attempts from which on a service is named although its circuit is closed. */
const FAILING_SHARE = 0.05;
/** Below this many attempts a second a share says nothing. */
const LEAST_PER_SECOND = 0.5;

export interface KnownOfCalls {
  readonly blamed: Blamed;
  readonly outageSince: OutageSince;
}

/** Services that are not called, or that fail, seen from the BFFs that call them. */
export function callTroubles(
  groups: readonly AppGroup[],
  edges: readonly Edge[],
  known: KnownOfCalls,
): readonly Trouble[] {
  const dead = new Set(groups.filter(isDead).map(({ service }) => service));
  const byService = Map.groupBy(edges, ({ service }) => service);
  return [...byService].flatMap(([service, all]) => {
    const troubled = [isolatedOf(service, all)];
    // A dead process is named by itself, and its open circuits with it.
    if (!dead.has(service)) troubled.push(brokenOf(service, all, known), failingOf(service, all));
    return troubled.filter((trouble) => trouble !== undefined);
  });
}

/** Open and half-open take turns while a service is down: they are one trouble. */
function brokenOf(service: string, all: readonly Edge[], { blamed, outageSince }: KnownOfCalls): Trouble | undefined {
  const open = all.filter(({ state }) => state === 'open');
  const probing = all.filter(({ state }) => state === 'half-open');
  const broken = [...open, ...probing];
  if (broken.length === 0) return undefined;
  const most = mostOf(blamed.codesOf(service));
  const last = broken.flatMap(({ circuits }) => circuits.flatMap(({ circuit }) => circuit.lastFailure?.code ?? []))[0];
  const probed = probing.length > 0 && open.length > 0 ? [`being probed in ${listOf(probing.map(nameOf))}`] : [];
  const because = most ? [`mostly ${most}`] : last ? [`after ${last}`] : [];
  return {
    id: `broken ${service}`,
    severity: open.length > 0 ? 'bad' : 'warn',
    who: service,
    what:
      open.length > 0
        ? `circuit open in ${listOf(open.map(nameOf))}`
        : `being probed in ${listOf(probing.map(nameOf))}`,
    since: firstOf(broken.flatMap(({ app, since }) => outageSince(app, service) ?? since ?? [])),
    why: [...because, ...probed].join(', '),
    place: placeOf(broken),
    rank: 3,
  };
}

function isolatedOf(service: string, all: readonly Edge[]): Trouble | undefined {
  const isolated = all.filter(({ state }) => state === 'isolated');
  if (isolated.length === 0) return undefined;
  const act = isolated.flatMap(({ circuits }) => circuits.flatMap(({ circuit }) => circuit.lastAct ?? []))[0];
  return {
    id: `isolated ${service}`,
    severity: 'warn',
    who: service,
    what: `isolated in ${listOf(isolated.map(nameOf))}`,
    since: firstOf(isolated.flatMap(({ since }) => since ?? [])),
    why: act ? `by ${act.by}${act.reason === null ? '' : `: ${act.reason}`}` : '',
    place: placeOf(isolated),
    // Whoever did it knows; whoever comes later must find it before what it does to pages.
    rank: 4,
  };
}

function failingOf(service: string, all: readonly Edge[]): Trouble | undefined {
  const failing = all.filter(
    ({ state, traffic }) =>
      state === 'closed' && traffic && traffic.errorShare >= FAILING_SHARE && traffic.ratePerSecond >= LEAST_PER_SECOND,
  );
  const worst = failing.toSorted((one, other) => (other.traffic?.errorShare ?? 0) - (one.traffic?.errorShare ?? 0))[0];
  if (worst?.traffic === null || worst === undefined) return undefined;
  const { ok: _, aborted: __, outrun: ___, ...codes } = worst.outcomes;
  const most = mostOf(codes);
  return {
    id: `failing ${service}`,
    severity: worst.traffic.errorShare >= 0.2 ? 'bad' : 'warn',
    who: service,
    what: `${share(worst.traffic.errorShare)} of calls fail in ${listOf(failing.map(({ app }) => app))}`,
    since: null,
    why: most ? `mostly ${most}` : '',
    place: hashOf('map', worst.app, service),
    rank: 4.5,
  };
}

const nameOf = ({ app, inState, of }: Edge): string => (inState < of ? `${inState} of ${of} replicas of ${app}` : app);

const firstOf = (times: readonly string[]): string | null => times.toSorted()[0] ?? null;

const placeOf = ([first]: readonly Edge[]): string =>
  first ? hashOf('circuits', first.app, first.service) : hashOf('circuits');
