import { copyConfig } from '../../../running/config-copy.ts';
import { type WholeSystem, serviceNames, startWholeSystem } from '../../../running/whole-system.ts';
import { requestToken } from '../../../token/token-endpoint.ts';
import { type PageSpec, bffs } from '../pages/page-spec.ts';
import { type Visitor, newVisitors, supportUserId } from '../visitors.ts';
import { hostOf } from './faults.ts';
import { type Leftovers, readLeftovers } from './leftovers.ts';
import { OutputReader } from './output-reader.ts';
import { steadyLoad } from './steady-load.ts';
import { changesFor } from './settings-changes.ts';
import type { Thresholds } from './thresholds.ts';
import { type Visit, visitsOf } from './visit.ts';

/** Not what is looked at here, and the less of it the steadier the rest. */
const MOCK_LATENCY_MS = 5;

/** All processes, warmed up, with what they hold when nothing is asked of them. */
export interface SystemUnderTest {
  readonly system: WholeSystem;
  readonly thresholds: Thresholds;
  readonly baseline: Leftovers;
  readonly output: OutputReader;
  /** The pages of somebody whom none of the BFFs has seen before. */
  newVisits(): Promise<readonly Visit[]>;
  close(): Promise<void>;
}

export async function startSystemUnderTest(
  pages: readonly PageSpec[],
  thresholds: Thresholds,
): Promise<SystemUnderTest> {
  const config = copyConfig(changesFor(thresholds));
  const system = await startWholeSystem((app, publicUrl) => {
    if (!isBff(app)) return { LOG_LEVEL: 'warn', MOCK_LATENCY_MEDIAN_MS: String(MOCK_LATENCY_MS) };
    const urls = serviceNames.map((name) => {
      const { port } = new URL(publicUrl(`${name}-service`));
      return [`${name.toUpperCase()}_SERVICE_URL`, `http://${hostOf(name)}:${port}`];
    });
    return { CONFIG_DIR: config.dir, LOG_LEVEL: 'info', ...Object.fromEntries(urls) };
  });
  const close = async (): Promise<void> => {
    await system.close();
    config.remove();
  };
  try {
    const newVisits = await visitsOver(system, pages);
    const visits = await newVisits();
    await steadyLoad({ visits, ratePerSecond: 60, forMs: (visits.length * 3000) / 60 });
    const baseline = await readLeftovers(system);
    return { system, thresholds, baseline, output: new OutputReader(system), newVisits, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const isBff = (app: string): boolean => bffs.some((bff) => bff === app);

async function visitsOver(system: WholeSystem, pages: readonly PageSpec[]): Promise<() => Promise<readonly Visit[]>> {
  const issuer = system.publicUrl('user-service');
  const support = await requestToken(issuer, { userId: supportUserId, roles: ['support'] });
  const next = newVisitors();
  return async () => {
    const visitor: Visitor = next();
    // Before any fault: the issuer is the user service.
    const own = await requestToken(issuer, { userId: visitor.userId });
    return visitsOf(pages, visitor, (app) => system.publicUrl(app), { own, support });
  };
}
