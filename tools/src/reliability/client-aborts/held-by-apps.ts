import type { ProbeReading } from '../../running/probe.ts';
import type { WholeSystem } from '../../running/whole-system.ts';
import { pause } from '../pause.ts';

/** BFFs give up idle connections after 4 s; those that lead to one are gone when its clients are. */
const IDLE_MS = 5500;

export type Held = Readonly<Record<string, ProbeReading>>;

/** What each of the apps holds once it has had nothing to do for a while. */
export async function heldAtRest(system: WholeSystem, apps: readonly string[]): Promise<Held> {
  await pause(IDLE_MS);
  const readings = await Promise.all(apps.map(async (app) => [app, await system.probe(app)] as const));
  return Object.fromEntries(readings);
}

/** Sockets and timers: what a request that was forgotten would still hold. */
export const openThings = ({ resources }: ProbeReading): { readonly sockets: number; readonly timers: number } => ({
  sockets: resources['TCPSocketWrap'] ?? 0,
  timers: resources['Timeout'] ?? 0,
});
