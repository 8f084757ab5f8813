import { inventoryContract, orderContract, paymentContract, userContract } from '@bff/contracts';
import type { Collector } from '../polling/collector.ts';
import { serviceOf } from '../targets/target.ts';
import type { FaultService, FaultsView } from '../wire/index.ts';
import { faultKinds } from './fault-kinds.ts';

const contracts = [orderContract, userContract, paymentContract, inventoryContract];

/** What can be switched on, and what is. Of several replicas of a service the first that lives is shown. */
export function faultsView({ apps }: Collector): FaultsView {
  const services = new Map<string, FaultService>();
  for (const app of apps) {
    const service = serviceOf(app.target);
    const known = service === undefined ? undefined : services.get(service);
    if (service === undefined || known?.problem === null) continue;
    const { status, problem, faults } = app.state();
    services.set(service, {
      service,
      app: app.target.app,
      routes: operationsOf(service),
      faults,
      problem: status === 'dead' ? problem : null,
    });
  }
  return { services: [...services.values()], kinds: faultKinds };
}

/** None for a service that has no contract here: then a fault can be meant for all its routes only. */
function operationsOf(service: string): readonly string[] {
  const contract = contracts.find(({ name }) => name === service);
  return contract === undefined ? [] : Object.keys(contract.operations);
}
