import type { Clock } from '@bff/clock';

/** Says whether the app can do its work: true for yes. Throwing, rejecting and taking over a second count as no. */
export type ReadinessCheck = () => boolean | Promise<boolean>;

export interface ReadinessReport {
  ready: boolean;
  checks: Readonly<Record<string, 'ok' | 'failed'>>;
}

const slowestCheckMs = 1000;

/** Runs every check at once. `accepting` stands first: it fails from the moment a shutdown begins. */
export async function checkReadiness(
  checks: Readonly<Record<string, ReadinessCheck>>,
  { accepting, clock }: { accepting: boolean; clock: Clock },
): Promise<ReadinessReport> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]): Promise<[string, boolean]> => [name, await passes(check, clock)]),
  );
  const all: [string, boolean][] = [['accepting', accepting], ...results];
  return {
    ready: all.every(([, passed]) => passed),
    checks: Object.fromEntries(all.map(([name, passed]) => [name, passed ? 'ok' : 'failed'])),
  };
}

async function passes(check: ReadinessCheck, clock: Clock): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = clock.setTimer(slowestCheckMs, () => late.resolve(false));
  try {
    return await Promise.race([check(), late.promise]);
  } catch {
    return false;
  } finally {
    timer.cancel();
  }
}
