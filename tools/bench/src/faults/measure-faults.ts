import type { Contender } from '../contender.ts';
import type { DriverReport } from '../driver/driver-order.ts';
import { USERS } from '../driver/orders.ts';
import type { RunningContender } from '../running/running-contender.ts';
import { type Stage, setStage } from '../running/stage.ts';
import { type FaultKind, faultKinds } from './fault-kinds.ts';

export interface FaultOptions {
  /** How long each is measured, once at first and once when that is over. */
  readonly forMs: number;
  readonly progress: (line: string) => void;
}

/** How one contender did while a service failed. */
export interface FaultResult {
  readonly contender: Contender;
  readonly kind: FaultKind;
  /** From the moment the fault began. */
  readonly atFirst: DriverReport;
  /** After that: circuits are open by now, where there are any. */
  readonly after: DriverReport;
}

/** As many people as keep a process busy, of whom each waits for an answer before asking for the next page. */
const CLIENTS = 32;
/** What has no answer by then is given up: people leave. */
const GRACE_MS = 2000;

/** Every contender with the payment service healthy, hung, failing and slow. Each case has a process of its own. */
export async function measureFaults(
  contenders: readonly Contender[],
  { forMs, progress }: FaultOptions,
): Promise<readonly FaultResult[]> {
  const results: FaultResult[] = [];
  for (const kind of faultKinds) {
    const stage = await setStage(contenders);
    try {
      for (const running of stage.running) {
        const result = await measureOne(stage, running, kind, forMs);
        results.push(result);
        progress(`${kind.name}, ${running.contender.name}: ${inWords(result.atFirst)}; then ${inWords(result.after)}`);
      }
    } finally {
      await stage.close();
    }
  }
  return results;
}

async function measureOne(
  { services, driver }: Stage,
  { contender, port }: RunningContender,
  kind: FaultKind,
  forMs: number,
): Promise<FaultResult> {
  let first = 0;
  const offer = async (ms: number): Promise<DriverReport> => {
    const order = { port, workload: contender.workload, requests: USERS, clients: CLIENTS, graceMs: GRACE_MS };
    const report = await driver.offer({ ...order, first, forMs: ms });
    first += report.sent;
    return report;
  };
  await offer(forMs);
  await services.setFault(kind.fault);
  try {
    return { contender, kind, atFirst: await offer(forMs), after: await offer(forMs) };
  } finally {
    await services.setFault();
  }
}

const inWords = ({ pagesPerSecond, kinds, latency }: DriverReport): string =>
  `${Math.round(pagesPerSecond)} pages a second, p99 ${latency.p99.toFixed(0)} ms, ${JSON.stringify(kinds)}`;
