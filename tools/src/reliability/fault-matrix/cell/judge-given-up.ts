import type { WholeSystem } from '../../../running/whole-system.ts';
import { faultAdmin } from '../../../fault/fault-admin.ts';
import { pause } from '../../pause.ts';
import type { Column } from '../columns.ts';
import type { Violation } from '../oracle/checks.ts';
import { bffs } from '../pages/page-spec.ts';

/** What a call that was given up may take to be gone: a connection that is still being made is bounded by 1 s. */
const PATIENCE_MS = 1500;

/**
 * Every page has been answered and the fault is still on: no service may be held by a request that nobody waits for, and no
 * connection still be in the making.
 */
export async function judgeGivenUp(system: WholeSystem, { services }: Column): Promise<readonly Violation[]> {
  const startedAtMs = performance.now();
  for (;;) {
    const violations = await givenUp(system, services);
    if (violations.length === 0 || performance.now() - startedAtMs > PATIENCE_MS) return violations;
    await pause(100);
  }
}

async function givenUp(system: WholeSystem, services: Column['services']): Promise<readonly Violation[]> {
  const held = await Promise.all(
    services.map(async (service): Promise<readonly Violation[]> => {
      const faults = await faultAdmin(system.adminUrl(`${service}-service`)).list();
      const count = faults.reduce((sum, fault) => sum + fault.held, 0);
      if (count === 0) return [];
      const got = `${count} that no page waits for`;
      return [{ check: 'connections', where: `${service}-service`, expected: 'no request held', got }];
    }),
  );
  const connecting = await Promise.all(
    bffs.map(async (app): Promise<readonly Violation[]> => {
      const { connectionsTo } = await system.probe(app);
      const count = connectionsTo[-1] ?? 0;
      return count === 0
        ? []
        : [{ check: 'connections', where: app, expected: 'no connection in the making', got: String(count) }];
    }),
  );
  return [...held, ...connecting].flat();
}
