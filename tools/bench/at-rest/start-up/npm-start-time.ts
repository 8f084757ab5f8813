import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { root } from '../../../src/running/running-command.ts';
import { freePlaces } from './launches.ts';

const GIVE_UP_MS = 60_000;

/** `inventory-service is ready (7 of 7)` */
const lastIsReady = / is ready \((\d+) of \1\)/;

/** Milliseconds from `npm start` until it says that every app is ready. It is asked to end after, and waited for. */
export async function npmStartTime(): Promise<number> {
  const env = await freePlaces();
  const startedAtMs = performance.now();
  // A group of its own, as in a terminal, where Ctrl-C reaches all of it.
  const child = spawn('npm', ['start'], { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  let output = '';
  try {
    return await new Promise((resolve, reject) => {
      const giveUp = setTimeout(() => reject(new Error(`npm start was not ready in time:\n${output}`)), GIVE_UP_MS);
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (!lastIsReady.test(output)) return;
        clearTimeout(giveUp);
        resolve(performance.now() - startedAtMs);
      });
      child.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${output}`)));
    });
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await gone;
  }
}
