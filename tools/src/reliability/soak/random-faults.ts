import { type FaultRequest, describeFault, faultKindNames } from '@bff/mock-kit';
import { faultAdmin } from '../../fault/fault-admin.ts';
import { type ServiceName, type WholeSystem, serviceNames } from '../../running/whole-system.ts';
import type { Draws } from '../../simulator/draws.ts';
import { pause } from '../pause.ts';
import { repeat } from '../repeat.ts';

const BETWEEN_MS = { least: 300, most: 1500 };
const LASTS_MS = { least: 500, most: 6000 };

/** A fault of any kind, on any service, for some seconds. */
export function drawFault(draws: Draws): { service: ServiceName; fault: FaultRequest } {
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[Math.floor(draws.random() * list.length)];
    if (chosen === undefined) throw new TypeError('there is nothing to pick from');
    return chosen;
  };
  const kind = pick(faultKindNames);
  const forMs = draws.whole(LASTS_MS.least, LASTS_MS.most);
  const probability = describeFault(kind).perRequest ? { probability: 0.2 + 0.8 * draws.random() } : {};
  return { service: pick(serviceNames), fault: { kind, forMs, ...probability } };
}

/** Sets faults that end by themselves, one after another, until it is told to stop. Resolves then with how many. */
export function disturb(system: WholeSystem, draws: Draws): { stop(): Promise<number> } {
  let count = 0;
  const disturbing = repeat(async () => {
    const { service, fault } = drawFault(draws);
    await faultAdmin(system.adminUrl(`${service}-service`)).set(fault);
    count += 1;
    await pause(draws.whole(BETWEEN_MS.least, BETWEEN_MS.most));
  });
  return {
    async stop() {
      await disturbing.stop();
      return count;
    },
  };
}
