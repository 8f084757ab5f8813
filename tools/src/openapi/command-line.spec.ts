import { UsageError, parseCommandLine } from './command-line.ts';

it.each([
  [['check'], { name: 'check' }],
  [['write'], { name: 'write', reason: undefined }],
  [['write', '--breaking', ' Nobody used it. '], { name: 'write', reason: 'Nobody used it.' }],
  [['--help'], { name: 'help' }],
])('%j is understood', (args, command) => expect(parseCommandLine(args)).toEqual(command));

it.each([
  [[], /^usage: /],
  [['read'], /^usage: /],
  [['check', 'mobile'], /^"mobile" is too much; usage: /],
  [['check', '--breaking', 'x'], /^usage: /],
  [['write', '--breaking', ' '], /needs a reason/],
  [['write', '--breaking'], /--breaking.*; usage: /],
  [['write', '--force'], /--force.*; usage: /],
])('%j is refused in one line', (args, message) => {
  expect(() => parseCommandLine(args)).toThrow(UsageError);
  expect(() => parseCommandLine(args)).toThrow(message);
});
