import type { Contender } from '../contender.ts';
import type { DriverReport } from '../driver/driver-order.ts';
import type { RunningContender } from '../running/running-contender.ts';
import type { Stage } from '../running/stage.ts';

/** What one contender did in one stretch of load. */
export interface Stretch {
  readonly cpuMicrosPerPage: number;
  readonly pagesPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly callsPerPage: number;
  readonly peakBytes: number;
}

export interface StretchOptions {
  /** Number of the first request. */
  readonly first: number;
  /** As many as there are callers whose tokens have been shown before. */
  readonly requests: number;
  readonly forMs: number;
  readonly clients: number;
}

const GRACE_MS = 5000;

/**
 * Offers one contender load for a while, and reads before and after what its process has used.
 * @throws {Error} when not every answer is a whole page, or some of it was known before: what is measured would be something else
 */
export async function measureStretch(
  { services, driver }: Pick<Stage, 'services' | 'driver'>,
  { contender, port, meter }: RunningContender,
  options: StretchOptions,
): Promise<Stretch> {
  const [before, callsBefore] = [await meter(), await services.calls()];
  const report = await driver.offer({ port, workload: contender.workload, graceMs: GRACE_MS, ...options });
  const [after, calls] = [await meter(), await services.calls()];
  refuseUnlessWhole(contender.name, report);
  const callsPerPage = (calls - callsBefore) / report.sent;
  refuseUnlessCalled(contender, callsPerPage);
  return {
    cpuMicrosPerPage: (after.cpuMicros - before.cpuMicros) / report.sent,
    pagesPerSecond: report.pagesPerSecond,
    p50Ms: report.latency.p50,
    p99Ms: report.latency.p99,
    callsPerPage,
    peakBytes: after.peakBytes,
  };
}

function refuseUnlessWhole(name: string, { sent, kinds, codes }: DriverReport): void {
  if (sent > 0 && kinds.whole === sent) return;
  throw new Error(
    `${name}: of ${sent} answers ${JSON.stringify(kinds)} were whole pages or not, ${JSON.stringify(codes)}`,
  );
}

/** Calls made again are no less work. */
function refuseUnlessCalled({ name, calls }: Contender, callsPerPage: number): void {
  if (calls === undefined || callsPerPage >= calls - 0.005) return;
  throw new Error(`${name}: a page took ${callsPerPage.toFixed(3)} calls in place of ${calls}`);
}
