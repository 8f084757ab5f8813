// node tools/src/openapi/main.ts check | write, run from the workspace root.
import { runInterfaceCommand } from '../interface/run-interface-command.ts';
import { openApiCommand } from './openapi-command.ts';

const { text, exitCode } = await runInterfaceCommand(openApiCommand, process.argv.slice(2), process.cwd(), new Date());
(exitCode === 0 ? console.log : console.error)(text);
process.exitCode = exitCode;
