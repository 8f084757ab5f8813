// npm run reliability: runs scenarios against real processes, prints their figures, and fails when a claim does not hold.
import { UsageError } from '../command-line/usage-error.ts';
import { type ReliabilityCommand, readCommand, usage } from './command-line.ts';
import type { Scenario, ScenarioResult } from './scenario.ts';
import { scenarios } from './scenarios.ts';
import { writeSection } from '../report/write-section.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function run(scenario: Scenario, { seed, minutes }: ReliabilityCommand): Promise<ScenarioResult> {
  const startedAtMs = performance.now();
  const progress = (line: string): void => {
    const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(0).padStart(4);
    process.stderr.write(`${seconds} s  ${scenario.name}: ${line}\n`);
  };
  try {
    return await scenario.run({ progress, seed, minutes });
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
      const { markdown, failures } = await run(scenario, command);
      say(markdown);
      for (const failure of failures) say(`FAILED ${scenario.name}: ${failure}`);
      if (failures.length > 0) process.exitCode = 1;
      else if (command.write) writeSection(scenario.name, markdown);
    }
  }
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n\n${usage(scenarios)}\n`);
  process.exitCode = 2;
}
