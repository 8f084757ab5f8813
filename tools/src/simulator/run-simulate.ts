import { UsageError } from '../command-line/usage-error.ts';
import { type SimulateCommand, help, parseCommandLine, usage } from './command-line.ts';
import { playSchedules } from './play-schedules.ts';
import { missingStates } from './reached-states.ts';
import { type SimulationReport, inWords, rateOf, renderSimulation, reportLines } from './report.ts';
import { runWorkers } from './run-workers.ts';
import { traceLine } from './trace.ts';

export interface SimulateIo {
  readonly defaults: { readonly seed: number; readonly cores: number };
  readonly say: (line: string) => void;
  /** A line that the next one takes the place of, where there is a terminal. */
  readonly progress: (line: string) => void;
  /** Takes the section of the reliability document. */
  readonly write: (markdown: string) => void;
}

/** `npm run simulate`, without the process around it. Exit code 1: an invariant did not hold; 2: the input was wrong. */
export async function runSimulate(args: readonly string[], io: SimulateIo): Promise<0 | 1 | 2> {
  try {
    const command = parseCommandLine(args, io.defaults);
    if (command === 'help') {
      io.say(help);
      return 0;
    }
    const report = await simulate(command, io);
    for (const line of reportLines(report)) io.say(line);
    if (report.violation || report.missing.length > 0) return 1;
    if (command.write) io.write(renderSimulation(report));
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.say(`simulate: ${error.message}`);
    io.say(usage);
    return 2;
  }
}

/** Runs what the command says, and tells how far it is. */
export async function simulate(
  command: SimulateCommand,
  io: Pick<SimulateIo, 'say' | 'progress'>,
): Promise<SimulationReport> {
  const { seed, schedules, workers, trace } = command;
  const from = performance.now();
  const secondsPassed = (): number => (performance.now() - from) / 1000;
  const progress = (played: number): void => {
    const rate = rateOf({ schedules: played, seconds: secondsPassed() });
    io.progress(`${inWords(played)} of ${inWords(schedules)} schedules, ${rate}`);
  };
  const result = trace
    ? await playSchedules({
        seed,
        schedules: 1,
        narrate: (time, name, event) => io.say(traceLine(time, name, event as never)),
      })
    : await runWorkers({ seed, schedules, workers, progress });
  return {
    ...result,
    seed,
    workers: trace ? 1 : workers,
    seconds: secondsPassed(),
    missing: result.violation ? [] : missingStates(result.counts, result.schedules),
  };
}
