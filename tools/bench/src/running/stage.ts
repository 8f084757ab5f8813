import type { Contender } from '../contender.ts';
import { findPinning } from './pinning.ts';
import { type RunningContender, startContender } from './running-contender.ts';
import { type RunningDriver, startDriver } from './running-driver.ts';
import { type RunningServices, startServices } from './running-services.ts';

/** Services, clients and contenders, all running; who is not asked for anything costs nothing. */
export interface Stage {
  readonly services: RunningServices;
  readonly driver: RunningDriver;
  readonly running: readonly RunningContender[];
  readonly placed: string;
  close(): Promise<void>;
}

export async function setStage(contenders: readonly Contender[]): Promise<Stage> {
  const pinning = findPinning();
  const open: { close(): Promise<void> }[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(open.map((one) => one.close()));
  };
  const kept = <T extends { close(): Promise<void> }>(one: T): T => {
    open.push(one);
    return one;
  };
  try {
    const services = kept(await startServices(pinning.others));
    const driver = kept(await startDriver(pinning.others));
    const running: RunningContender[] = [];
    for (const contender of contenders) {
      const surroundings = { servicesUrl: services.url, before: pinning.contender, ...driver };
      running.push(kept(await startContender(contender, surroundings)));
    }
    return { services, driver, running, placed: pinning.says, close };
  } catch (error) {
    await close();
    throw error;
  }
}
