// node tools/src/graphql/main.ts check | write, run from the workspace root.
import { runInterfaceCommand } from '../interface/run-interface-command.ts';
import { graphqlCommand } from './graphql-command.ts';

const { text, exitCode } = await runInterfaceCommand(graphqlCommand, process.argv.slice(2), process.cwd(), new Date());
(exitCode === 0 ? console.log : console.error)(text);
process.exitCode = exitCode;
