import { fork } from 'node:child_process';
import path from 'node:path';
import type { Finding } from '../report/summarise.ts';

export interface CopyOrder {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

/** What the cells of a run were found guilty of, by their titles. */
export type CopyReport = readonly { readonly title: string; readonly findings: readonly Finding[] }[];

/** Runs cells by the code of a copied tree, on the services and BFFs of that tree. Rejects when it cannot be run. */
export function runInCopy(dir: string, order: CopyOrder): Promise<CopyReport> {
  return new Promise((resolve, reject) => {
    const script = path.join(dir, 'tools/src/reliability/fault-matrix/prove/copy-process.ts');
    const child = fork(script, { cwd: dir, execArgv: ['--disable-warning=ExperimentalWarning'] });
    child.once('message', (report) => resolve(report as CopyReport));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the run in the copy ended with ${code}`)));
    child.send(order);
  });
}
