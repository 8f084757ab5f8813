import { runFault } from './run-fault.ts';

const { lines, exitCode } = await runFault(process.argv.slice(2), process.env);
for (const line of lines) (exitCode === 0 ? console.log : console.error)(line);
process.exitCode = exitCode;
