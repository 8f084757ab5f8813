// npm run fault-matrix: every fault in every combination of services, on every page, with everything that must hold checked.
import { UsageError } from '../../command-line/usage-error.ts';
import { writeSection } from '../../report/write-section.ts';
import { fullTempo } from './cell/tempo.ts';
import { quickThresholds, shippedThresholds } from './cell/thresholds.ts';
import { allCells, someCells } from './choose-cells.ts';
import { type MatrixCommand, readCommand, usage } from './command-line.ts';
import { proveChecks } from './prove/prove-checks.ts';
import { markdownReport } from './report/markdown.ts';
import { findingsText, progressLine, terminalTable } from './report/terminal.ts';
import { runMatrix } from './run-matrix.ts';

/** While one is quiet, the other is under load. */
const LANES = 2;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const progress = (text: string): void => void process.stderr.write(`${text}\n`);

async function run(command: MatrixCommand): Promise<void> {
  const { rows, columns, pages, seed, shipped } = command;
  const thresholds = shipped ? shippedThresholds : quickThresholds;
  const cells = seed === undefined ? allCells(rows, columns) : someCells(rows, columns, seed);
  const startedAtMs = performance.now();
  const elapsedMs = (): number => performance.now() - startedAtMs;
  progress(
    `${cells.length} cells of ${pages.length} pages; circuits open for ${thresholds.openMs} to ${thresholds.maxOpenMs} ms`,
  );
  const results = await runMatrix({
    cells,
    pages,
    thresholds,
    tempo: fullTempo,
    lanes: LANES,
    onResult: (result, done) => progress(progressLine(result, done, cells.length, elapsedMs())),
  });
  say(terminalTable(results, rows, columns));
  const findings = findingsText(results);
  if (findings) {
    say(`\n${findings}`);
    process.exitCode = 1;
  } else if (command.write) {
    writeSection('fault-matrix', markdownReport({ results, rows, columns, pages, thresholds, tookMs: elapsedMs() }));
  }
}

try {
  const command = readCommand(process.argv.slice(2));
  if (command === 'help') {
    say(usage);
  } else if (command.prove) {
    const { markdown, failures } = await proveChecks(command.checks, progress);
    say(markdown);
    for (const failure of failures) say(`FAILED ${failure}`);
    if (failures.length > 0) process.exitCode = 1;
    else if (command.write) writeSection('fault-matrix-proof', markdown);
  } else {
    await run(command);
  }
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n\n${usage}\n`);
  process.exitCode = 2;
}
