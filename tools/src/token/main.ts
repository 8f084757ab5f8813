import { runToken } from './run-token.ts';

const { text, exitCode } = await runToken(process.argv.slice(2), process.env);
// Standard output holds the token alone, so that it can go straight into a variable or a header.
(exitCode === 0 ? console.log : console.error)(text);
process.exitCode = exitCode;
