import { UsageError } from '../command-line/usage-error.ts';
import { helpOf, parseCommandLine } from './command-line.ts';

const openapi = {
  name: 'openapi',
  about: 'What there is.',
  changelogFile: 'apps/<app>/changes.md',
  whenSame: 'the same',
  compareApps: () => Promise.resolve([]),
};

it.each([
  [['check'], { name: 'check' }],
  [['write'], { name: 'write', reason: undefined }],
  [['write', '--breaking', ' Nobody used it. '], { name: 'write', reason: 'Nobody used it.' }],
  [['--help'], { name: 'help' }],
])('%j is understood', (args, command) => expect(parseCommandLine(args, openapi)).toEqual(command));

it.each([
  [[], /^usage: npm run openapi /],
  [['read'], /^usage: npm run openapi /],
  [['check', 'mobile'], /^"mobile" is too much; usage: /],
  [['check', '--breaking', 'x'], /^usage: npm run openapi /],
  [['write', '--breaking', ' '], /needs a reason/],
  [['write', '--breaking'], /--breaking.*; allowed: --breaking/],
  [['write', '--force'], /--force.*; allowed: --breaking/],
])('%j is refused in one line', (args, message) => {
  expect(() => parseCommandLine(args, openapi)).toThrow(UsageError);
  expect(() => parseCommandLine(args, openapi)).toThrow(message);
});

it('helps with what is committed, and with where a reason is put down', () => {
  expect(helpOf(openapi)).toMatch(
    /^usage: npm run openapi .*\n\nWhat there is\.\n\n[^]*down in apps\/<app>\/changes\.md$/,
  );
});
