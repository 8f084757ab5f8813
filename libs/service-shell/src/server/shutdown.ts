import type { Clock } from '@bff/clock';
import { ShuttingDown } from '@bff/errors';
import type { ServiceApp } from '../app/create-app.ts';
import type { HttpListener } from './http-listener.ts';

export interface ShutdownLimits {
  /**
   * How long to go on serving, not ready and with `Connection: close` on each reply, before the port is closed. For
   * platforms that take seconds to stop sending requests, and for what is on the wire. Default 0. It comes on top.
   */
  notReadyMs: number;
  /** How long requests in flight may take to end. Default 2,250 ms: with a delay of 250 ms before it, all ends within 3 s. */
  drainMs: number;
  /** How long they then have to answer the abort of their signal, before connections are destroyed. Default 100 ms. */
  abortMs: number;
  /** How long all the `onClose` hooks together may take. Default 200 ms. */
  hooksMs: number;
}

export const defaultShutdownLimits: ShutdownLimits = { notReadyMs: 0, drainMs: 2250, abortMs: 100, hooksMs: 200 };

/** Ends what an app holds (connection pools, timers). A hook that fails is logged and keeps nothing from closing. */
export type CloseHook = () => void | Promise<void>;

/**
 * Ends a server within three seconds, whatever its clients do. Node's own `close()` waits for each keep-alive connection
 * to fall idle, which under load takes as long as the load lasts.
 */
export async function drain(app: ServiceApp, listener: HttpListener, limits: ShutdownLimits): Promise<void> {
  const { clock } = app.context;
  app.requests.startDraining();
  if (limits.notReadyMs > 0) await delay(limits.notReadyMs, clock);
  // What has reached the machine is accepted and read first, so that it is answered rather than cut off: closing a
  // Node server also destroys the connections that look idle.
  await nextTurn();
  await nextTurn();
  listener.stopListening();
  listener.closeIdle();
  if (await endsWithin(limits.drainMs, listener.whenClosed(), clock)) return;
  app.requests.abortAll(new ShuttingDown());
  await endsWithin(limits.abortMs, app.requests.whenEmpty(), clock);
  listener.destroyAll();
  await listener.whenClosed();
}

export async function runHooks(hooks: readonly CloseHook[], app: ServiceApp, limits: ShutdownLimits): Promise<void> {
  const { clock, logger } = app.context;
  const all = Promise.all(
    hooks.map(async (hook) => {
      try {
        await hook();
      } catch (error) {
        logger.error({ err: error }, 'a close hook failed');
      }
    }),
  );
  if (!(await endsWithin(limits.hooksMs, all, clock))) logger.error('close hooks took too long and were left behind');
}

/** Whether the promise resolved in time. */
async function endsWithin(ms: number, promise: Promise<unknown>, clock: Clock): Promise<boolean> {
  const late = Promise.withResolvers<false>();
  const timer = clock.setTimer(ms, () => late.resolve(false));
  const inTime = await Promise.race([promise.then(() => true), late.promise]);
  timer.cancel();
  return inTime;
}

const delay = (ms: number, clock: Clock): Promise<void> => new Promise((resolve) => void clock.setTimer(ms, resolve));

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
