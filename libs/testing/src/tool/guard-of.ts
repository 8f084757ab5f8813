import { type ChildProcess, spawn } from 'node:child_process';

/**
 * A test run that is killed must not leave servers behind, and cannot clean up. This waits for the end of its input, which
 * comes when this process is gone, however it went, and kills `pid`. Kill it when the server has ended by itself.
 */
export function guardOf(pid: number | undefined): ChildProcess | undefined {
  if (pid === undefined) return undefined;
  return spawn('sh', ['-c', 'read _; kill -9 "$0"', `${pid}`], { stdio: ['pipe', 'ignore', 'ignore'] });
}
