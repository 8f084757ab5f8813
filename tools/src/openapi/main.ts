// node tools/src/openapi/main.ts check | write, run from the workspace root.
import { runOpenApi } from './run-openapi.ts';

const { text, exitCode } = await runOpenApi(process.argv.slice(2), process.cwd(), new Date());
(exitCode === 0 ? console.log : console.error)(text);
process.exitCode = exitCode;
