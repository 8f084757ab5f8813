import type { AppState, CallEdge, Circuit, CircuitState, Traffic } from '../../../src/wire/index.ts';
import { type AppGroup, livingOf } from './app-groups.ts';
import { joinTraffic } from './joined-traffic.ts';

/** What a BFF, with all of its replicas, has to do with one service. */
export interface Edge {
  readonly app: string;
  readonly service: string;
  /** Null: no replica lives that could tell. */
  readonly traffic: Traffic | null;
  readonly rejectedPerSecond: number;
  /** Attempts a second by how they ended. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** The worst of the replicas' circuits; `unknown` where none lives. */
  readonly state: CircuitState | 'unknown';
  /** How many living replicas are in that state, of how many. */
  readonly inState: number;
  readonly of: number;
  /** Since when the first of them is in that state. */
  readonly since: string | null;
  readonly circuits: readonly ReplicaCircuit[];
}

export interface ReplicaCircuit {
  readonly replica: number;
  readonly adminUrl: string;
  readonly isDead: boolean;
  readonly circuit: Circuit;
}

/** The worst first. */
export const statesByWeight: readonly CircuitState[] = ['open', 'isolated', 'half-open', 'closed'];

export function edgesOf(group: AppGroup): readonly Edge[] {
  const services = new Set(group.replicas.flatMap((app) => app.circuits.map(({ service }) => service)));
  return [...services].map((service) => edgeOf(group, service));
}

function edgeOf(group: AppGroup, service: string): Edge {
  const living = livingOf(group);
  const calls = living.flatMap((app) => app.calls.filter((call) => call.service === service));
  const circuits = group.replicas.flatMap((app) => circuitsOf(app, service));
  const alive = circuits.filter(({ isDead }) => !isDead);
  const state = statesByWeight.find((one) => alive.some(({ circuit }) => circuit.state === one)) ?? 'unknown';
  const same = alive.filter(({ circuit }) => circuit.state === state);
  return {
    app: group.app,
    service,
    traffic: joinTraffic(calls),
    rejectedPerSecond: calls.reduce((sum, call) => sum + call.rejectedPerSecond, 0),
    outcomes: sumOutcomes(calls),
    state,
    inState: same.length,
    of: alive.length,
    since: same.map(({ circuit }) => circuit.since).toSorted()[0] ?? null,
    circuits,
  };
}

const circuitsOf = ({ replica, adminUrl, status, circuits }: AppState, service: string): readonly ReplicaCircuit[] =>
  circuits
    .filter((circuit) => circuit.service === service)
    .map((circuit) => ({ replica, adminUrl, isDead: status === 'dead', circuit }));

function sumOutcomes(calls: readonly CallEdge[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const [name, value] of calls.flatMap(({ outcomes }) => Object.entries(outcomes))) {
    sums[name] = (sums[name] ?? 0) + value;
  }
  return sums;
}
