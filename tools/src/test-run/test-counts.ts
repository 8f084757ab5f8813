import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { listProjects, readJson } from '../build/find-project.ts';

/** What tools/jest/count-reporter.cjs writes after each project's tests. */
const countsSchema = z.object({ passed: z.int(), failed: z.int(), skipped: z.int() });

export type TestCounts = z.infer<typeof countsSchema>;

/** Where the result files are, from the workspace root. Nx restores those of projects that it need not run again. */
export const RESULTS_DIR = 'dist/test-results';

/**
 * Adds up the results of every project that has tests. A file of a project that is no longer there is not looked at; a
 * project without a file is named in `missing`, for its tests cannot be said to have passed.
 */
export function addUpCounts(root: string): { total: TestCounts; missing: readonly string[] } {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const missing: string[] = [];
  for (const project of listProjects(root)) {
    if (!project.targets.has('test')) continue;
    const file = path.join(root, RESULTS_DIR, `${project.dir}.json`);
    if (!existsSync(file)) {
      missing.push(project.name);
      continue;
    }
    const counts = countsSchema.parse(readJson(file));
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  return { total, missing };
}

/** `12 passed, 0 failed`, with `, 1 skipped` when there is one. CI reads it. */
export const countsLine = ({ passed, failed, skipped }: TestCounts): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
