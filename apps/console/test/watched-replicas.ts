import { type StartedConsole, startConsole } from './console-app.ts';
import { aCircuit, someCircuits, startFakeBff, startFakeService } from './fake-bff.ts';
import type { FakeTarget } from './fake-target.ts';

/** A BFF of three replicas and a service, watched by a console that has found all of them well. */
export interface WatchedReplicas {
  readonly replicas: readonly [FakeTarget, FakeTarget, FakeTarget];
  readonly payment: FakeTarget;
  readonly watched: StartedConsole;
  /** Has the replicas hear of each other in this way or that. */
  joined(...each: ('alone' | 'connected' | 'cut-off')[]): Promise<void>;
  close(): Promise<void>;
}

export async function watchReplicas(): Promise<WatchedReplicas> {
  const answers = {
    'POST /circuits/payment/isolate': aCircuit({ state: 'isolated' }),
    'PATCH /settings': { knobs: [] },
  };
  const replicas = await Promise.all([startFakeBff(answers), startFakeBff(answers), startFakeBff(answers)]);
  const payment = await startFakeService({ 'POST /faults': { id: 'f1' }, 'DELETE /faults': { cleared: 1 } });
  const watched = await startConsole([
    ...replicas.map(({ url }) => ['web-bff', url] as const),
    ['payment-service', payment.url],
  ]);
  await watched.until(({ apps }) => apps.every(({ status, problem }) => status === 'ready' && problem === null));
  return {
    replicas,
    payment,
    watched,
    async joined(...each) {
      for (const [index, how] of each.entries()) replicas[index]?.answers.set('/circuits', someCircuits(how));
      await watched.until(({ apps }) => each.every((how, index) => apps[index]?.replicas === how));
    },
    async close() {
      await watched.close();
      await Promise.all([...replicas, payment].map((target) => target.die()));
    },
  };
}
