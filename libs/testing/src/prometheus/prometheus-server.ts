import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../tool/free-port.ts';
import { guardOf } from '../tool/guard-of.ts';
import { type PrometheusApi, prometheusApi } from './prometheus-api.ts';

/** A Prometheus of the test's own, with an empty store that goes when it ends. */
export interface PrometheusServer extends PrometheusApi {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  stop(): Promise<void>;
}

const STARTS = 5;
const READY_WITHIN_MS = 15_000;

/** Starts one with this configuration file, and again with another port when somebody else was faster to take it. */
export async function startPrometheus(configFile: string): Promise<PrometheusServer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOn(await freePort(), configFile);
    } catch (error) {
      if (attempt === STARTS || !/address already in use/.test(String(error))) throw error;
    }
  }
}

async function startOn(port: number, configFile: string): Promise<PrometheusServer> {
  const store = await mkdtemp(join(tmpdir(), 'prometheus-'));
  const child = spawn(
    'prometheus',
    [
      `--config.file=${configFile}`,
      `--storage.tsdb.path=${store}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--log.level=warn',
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output = `${output}${chunk.toString()}`.slice(-4000)));
  }
  child.on('error', (error) => (output += error.message));
  const ended = new AbortController();
  const guard = guardOf(child.pid);
  child.once('exit', () => {
    ended.abort();
    guard?.kill('SIGKILL');
  });
  if (child.pid === undefined) ended.abort();
  const stop = async (): Promise<void> => {
    if (!ended.signal.aborted) {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    }
    await rm(store, { recursive: true, force: true });
  };

  const url = `http://127.0.0.1:${port}`;
  const giveUpAt = performance.now() + READY_WITHIN_MS;
  while (!ended.signal.aborted && performance.now() < giveUpAt) {
    // Another server that has the port would answer too, but then this one ends.
    const ready = await fetch(`${url}/-/ready`).catch(() => undefined);
    if (ready?.ok && !ended.signal.aborted) return { url, ...prometheusApi(url), stop };
    await sleep(20);
  }
  await stop();
  throw new Error(`prometheus did not start on port ${port}: ${output.trim()}`);
}
