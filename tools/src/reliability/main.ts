// npm run reliability: runs scenarios against real processes, prints their figures, and fails when a claim does not hold.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BadArgument, readCommand, usage } from './command-line.ts';
import { replaceSection } from './document-section.ts';
import type { Scenario, ScenarioResult } from './scenario.ts';
import { scenarios } from './scenarios.ts';

const document = path.resolve(import.meta.dirname, '../../../docs/reliability.md');
const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function run(scenario: Scenario, seed: number): Promise<ScenarioResult> {
  const startedAtMs = performance.now();
  const progress = (line: string): void => {
    const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(0).padStart(4);
    process.stderr.write(`${seconds} s  ${scenario.name}: ${line}\n`);
  };
  try {
    return await scenario.run({ progress, seed });
  } catch (error) {
    return { markdown: '', failures: [`could not be run to its end: ${String(error)}`] };
  }
}

try {
  const command = readCommand(process.argv.slice(2), scenarios);
  if (command === 'help') {
    say(usage(scenarios));
  } else {
    for (const scenario of command.scenarios) {
      say(`# ${scenario.name}: ${scenario.does}`);
      const { markdown, failures } = await run(scenario, command.seed);
      say(markdown);
      for (const failure of failures) say(`FAILED ${scenario.name}: ${failure}`);
      if (failures.length > 0) process.exitCode = 1;
      else if (command.write) {
        writeFileSync(document, replaceSection(readFileSync(document, 'utf8'), scenario.name, markdown));
      }
    }
  }
} catch (error) {
  if (!(error instanceof BadArgument)) throw error;
  process.stderr.write(`${error.message}\n\n${usage(scenarios)}\n`);
  process.exitCode = 2;
}
