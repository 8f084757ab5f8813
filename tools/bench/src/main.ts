// npm run bench: measures the BFFs beside what others write, and prints figures as ratios.
import { cpus, release, totalmem } from 'node:os';
import { UsageError } from '../../src/command-line/usage-error.ts';
import { writeSection } from '../../src/report/write-section.ts';
import { benchParts } from './bench-parts.ts';
import { type Known, readCommand, usage } from './command-line.ts';
import { races } from './races.ts';

const known: Known = {
  parts: benchParts,
  contenders: races.flatMap(({ contenders }) => contenders.map(({ name }) => name)),
};

const say = (text: string): void => void process.stdout.write(`${text}\n`);

function progressOf(name: string): (line: string) => void {
  const startedAtMs = performance.now();
  return (line) => {
    const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(0).padStart(4);
    process.stderr.write(`${seconds} s  ${name}: ${line}\n`);
  };
}

const machine = (): string => {
  const [first] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return `Node ${process.version}, ${cpus().length} × ${first?.model ?? 'an unknown processor'}, ${memory}, ${process.platform} ${release()}.`;
};

try {
  const command = readCommand(process.argv.slice(2), known);
  if (command === 'help') {
    say(usage(known));
  } else {
    const { rounds, seconds, requests, only, quick, write } = command;
    say(machine());
    if (write) writeSection('machine', machine(), 'performance.md');
    for (const part of command.parts) {
      say(`# ${part.name}: ${part.does}`);
      const markdown = await part.run({
        rounds,
        forMs: seconds * 1000,
        requests,
        only,
        quick,
        progress: progressOf(part.name),
      });
      say(markdown);
      if (write) writeSection(part.name, markdown, 'performance.md');
    }
  }
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n\n${usage(known)}\n`);
  process.exitCode = 2;
}
