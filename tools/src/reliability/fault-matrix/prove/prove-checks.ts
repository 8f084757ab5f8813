import { UsageError } from '../../../command-line/usage-error.ts';
import { checkNames } from '../oracle/checks.ts';
import type { Finding } from '../report/summarise.ts';
import { textTable } from '../report/text-table.ts';
import type { Proof } from './proof.ts';
import { proofs } from './proofs.ts';
import { type CopyReport, runInCopy } from './run-in-copy.ts';
import { type TreeCopy, copyTree } from './tree-copy.ts';

export interface ProvenChecks {
  readonly markdown: string;
  /** Checks that did not fail when they had to, or failed with nothing taken out. */
  readonly failures: readonly string[];
}

/**
 * Takes each protection out of a copy of the sources and runs the cells in which its check has to fail; first of all these
 * cells with nothing taken out, in which none may.
 *
 * @throws {UsageError} for a check that there is none of
 */
export async function proveChecks(
  only: readonly string[] | undefined,
  progress: (line: string) => void,
): Promise<ProvenChecks> {
  const stranger = only?.find((name) => !checkNames.some((check) => check === name));
  if (stranger !== undefined)
    throw new UsageError(`there is no check "${stranger}"; there are ${checkNames.join(', ')}`);
  const chosen = proofs.filter(({ check }) => !only || only.includes(check));
  const copy = copyTree();
  try {
    const failures = await judgeUntouched(copy, chosen, progress);
    const lines: string[][] = [];
    for (const proof of chosen) {
      const finding = await failing(copy, proof);
      const said = finding && `${finding.where}: expected ${finding.expected}, got ${finding.got}`;
      progress(`${proof.check}, without: ${proof.removed}: ${said ?? 'DID NOT FAIL'}`);
      if (!said) failures.push(`${proof.check} did not fail without: ${proof.removed}`);
      lines.push([`\`${proof.check}\``, proof.removed, cellsOf(proof), said ?? 'nothing']);
    }
    return { markdown: textTable(['check', 'what was taken out', 'cell', 'what the check said'], lines), failures };
  } finally {
    copy.remove();
  }
}

async function judgeUntouched(
  copy: TreeCopy,
  chosen: readonly Proof[],
  progress: (line: string) => void,
): Promise<string[]> {
  const rows = [...new Set(chosen.flatMap((proof) => proof.rows))];
  const report = await runInCopy(copy.dir, { rows, columns: ['payment'] });
  const failures = report.flatMap(({ title, findings }) =>
    findings.map(
      ({ check, where, expected, got }) =>
        `${title}, nothing taken out: ${check}: ${where}: expected ${expected}, got ${got}`,
    ),
  );
  progress(`nothing taken out: ${report.length} cells, ${failures.length} findings`);
  return failures;
}

/** What the check said; undefined when it said nothing. */
async function failing(copy: TreeCopy, { check, edits, rows, columns }: Proof): Promise<Finding | undefined> {
  const undo = copy.edit(edits);
  try {
    const report: CopyReport = await runInCopy(copy.dir, { rows, columns });
    return report.flatMap(({ findings }) => findings).find((finding) => finding.check === check);
  } finally {
    undo();
  }
}

const cellsOf = ({ rows, columns }: Proof): string =>
  rows.map((row) => columns.map((column) => `${row} × ${column}`).join(', ')).join(', ');
