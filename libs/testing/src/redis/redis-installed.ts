import { spawnSync } from 'node:child_process';

let installed: boolean | undefined;

/** Whether `redis-server` can be started on this machine. Asked once a process. */
export function redisIsInstalled(): boolean {
  installed ??= spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;
  return installed;
}
