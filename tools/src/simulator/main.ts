import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { writeSection } from '../report/write-section.ts';
import { runSimulate } from './run-simulate.ts';

/** A line every so often, in a terminal and in a file. */
const PROGRESS_EVERY_MS = 2000;

let lastAt = 0;
process.exitCode = await runSimulate(process.argv.slice(2), {
  // Room for a million schedules above it.
  defaults: { seed: randomInt(2 ** 31), cores: availableParallelism() },
  say: (line) => console.log(line),
  write: (markdown) => writeSection('simulation', markdown),
  progress(line) {
    if (performance.now() - lastAt < PROGRESS_EVERY_MS) return;
    lastAt = performance.now();
    console.error(line);
  },
});
