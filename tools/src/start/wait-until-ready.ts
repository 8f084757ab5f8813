import { setTimeout as sleep } from 'node:timers/promises';
import type { AppProcess } from './app-process.ts';

const POLL_MS = 100;
const PROBE_MS = 1000;

/**
 * Asks `/readyz` of the admin port until it says 200 or the process ends. Resolves to true when it is ready, to false
 * when it has ended or `signal` was aborted.
 */
export async function waitUntilReady(running: AppProcess, signal: AbortSignal): Promise<boolean> {
  while (running.state.is !== 'ended' && !signal.aborted) {
    if (await isReady(`${running.app.adminUrl}/readyz`)) {
      running.ready();
      return true;
    }
    await sleep(POLL_MS);
  }
  return false;
}

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PROBE_MS) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
