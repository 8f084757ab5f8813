import { runCircuit } from './run-circuit.ts';

const { lines, exitCode } = await runCircuit(process.argv.slice(2), process.env);
for (const line of lines) (exitCode === 0 ? console.log : console.error)(line);
process.exitCode = exitCode;
