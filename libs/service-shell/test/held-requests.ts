import { type Gate, createGate } from '@bff/testing';
import { type SheddingLimits, type SheddingOptions, defaultSheddingLimits, sendJson } from '../src/index.ts';
import { LateClock } from './late-clock.ts';
import { type TestShell, startShell, stopShells, until } from './shell.ts';

/** A shell that sheds load, whose requests to `/held` are answered when the test says so. */
export interface SheddingShell extends TestShell {
  readonly clock: LateClock;
  /** In effect; a test may change them. */
  readonly limits: { -readonly [Key in keyof SheddingLimits]: SheddingLimits[Key] };
  readonly gate: Gate;
  /** Sends so many requests and resolves when all are in flight. The signal makes their clients leave. */
  hold(count: number, signal?: AbortSignal): Promise<Promise<Response>[]>;
  /** The counter of refusals, for each reason that was counted. */
  shed(): Promise<Record<string, number>>;
}

const gates = new Set<Gate>();

/** For `afterEach`: answers what is held, and stops every shell of the test. */
export async function stopSheddingShells(): Promise<void> {
  for (const gate of gates) gate.open();
  gates.clear();
  await stopShells();
}

export async function startSheddingShell(
  limits: Partial<SheddingLimits>,
  options: Partial<SheddingOptions> & { serve?: Parameters<typeof startShell>[1] } = {},
): Promise<SheddingShell> {
  const { serve, ...shedding } = options;
  const clock = new LateClock();
  const inEffect = { ...defaultSheddingLimits, ...limits };
  const gate = createGate();
  gates.add(gate);
  const shell = await startShell(
    (router) => {
      router.get('/held', async (_req, res) => {
        await gate.opened;
        sendJson(res, 200, {});
      });
      router.all('/quick', (_req, res) => sendJson(res, 200, {}));
    },
    { clock, shedding: { limits: () => inEffect, ...shedding }, ...serve },
  );
  return {
    ...shell,
    clock,
    limits: inEffect,
    gate,
    async hold(count, signal) {
      const before = shell.app.requests.count;
      const held = Array.from({ length: count }, () => fetch(`${shell.url}/held`, { signal: signal ?? null }));
      for (const answer of held) answer.catch(() => {});
      await until(() => shell.app.requests.count === before + count);
      return held;
    },
    async shed() {
      const { text } = await shell.metrics.render();
      const lines = text.matchAll(/^bff_requests_shed_total\{reason="([^"]+)",.*\} (\d+)$/gm);
      return Object.fromEntries([...lines].map(([, reason, count]) => [reason, Number(count)]));
    },
  };
}
