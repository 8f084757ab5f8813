import { spawnSync } from 'node:child_process';
import { describeWithTool } from '../tool/describe-with-tool.ts';

let installed: boolean | undefined;

/** Whether `prometheus` and `promtool` can be started on this machine. Asked once a process. */
export function prometheusIsInstalled(): boolean {
  installed ??= ['prometheus', 'promtool'].every(
    (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0,
  );
  return installed;
}

/** See `describeWithTool`. */
export function describeWithPrometheus(title: string, suite: () => void): void {
  describeWithTool('prometheus (Debian: prometheus)', prometheusIsInstalled(), title, suite);
}
