import type { WholeSystem } from '../../../running/whole-system.ts';
import type { Column } from '../columns.ts';
import { bffs } from '../pages/page-spec.ts';
import type { Row } from '../rows.ts';

/** Where the name of a service leads to the loopback address until it is stalled. */
export const hostOf = (service: string): string => `${service}.services.test`;

/** Switches a row's fault on in all services of a column. */
export async function switchOn(system: WholeSystem, row: Row, { services }: Column): Promise<void> {
  if (row.stallsDns) {
    const names = services.map(hostOf);
    await Promise.all(bffs.map((app) => system.stallDns(app, names)));
    // Without a connection that is there already, or nothing would have to be looked up.
    await Promise.all(services.map((service) => system.setFault(service, 'refuse')));
    await system.clearFaults();
  }
  await Promise.all(
    services.map(async (service) => {
      const fault = row.fault(service);
      if (fault) await system.setFault(service, fault);
    }),
  );
}

export async function switchOff(system: WholeSystem, row: Row): Promise<void> {
  if (row.stallsDns) await Promise.all(bffs.map((app) => system.stallDns(app, [])));
  await system.clearFaults();
}
