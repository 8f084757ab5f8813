import { defaultTargets } from './default-targets.ts';
import { parseTargets } from './parse-targets.ts';

it('reads pairs, and numbers the replicas of an app', () => {
  const { targets } = parseTargets(
    'web-bff=http://127.0.0.1:9002, web-bff=http://10.0.0.2:9002/,user-service=https://u',
  );
  expect(targets).toEqual([
    { app: 'web-bff', kind: 'bff', team: 'web', adminUrl: 'http://127.0.0.1:9002', replica: 0 },
    { app: 'web-bff', kind: 'bff', team: 'web', adminUrl: 'http://10.0.0.2:9002', replica: 1 },
    { app: 'user-service', kind: 'service', team: 'platform', adminUrl: 'https://u', replica: 0 },
  ]);
});

it('reads JSON, which can say of what kind an app is and whose', () => {
  const list = [{ app: 'gateway', adminUrl: 'http://gateway:9001', kind: 'bff', team: 'partners' }];
  expect(parseTargets(JSON.stringify(list)).targets).toEqual([
    { app: 'gateway', kind: 'bff', team: 'partners', adminUrl: 'http://gateway:9001', replica: 0 },
  ]);
});

it('has those of npm start by default', () => {
  expect(defaultTargets).toHaveLength(7);
});

it.each([
  ['', 'must be <app>=<url> separated by commas, "" is not'],
  ['web-bff', 'must be <app>=<url> separated by commas, "web-bff" is not'],
  ['gateway=http://x', '"gateway" must end in -bff or -service'],
  ['Web-bff=http://x', '"Web-bff" is no name of an app'],
  ['web-bff=localhost:9002', 'web-bff: must have an http or https URL'],
  ['web-bff=http://u:p@x', 'web-bff: must have an http or https URL without credentials'],
  ['web-bff=http://x/admin', 'web-bff: must have an http or https URL without credentials, path'],
  ['web-bff=http://x,web-bff=http://x/', 'http://x is there twice'],
  ['[', 'is not valid JSON'],
  ['[]', 'must be 1 to 64 targets'],
  ['[{"app":"web-bff"}]', '[0.adminUrl]: '],
  ['[{"app":"web-bff","adminUrl":"http://x","port":1}]', 'port'],
])('refuses %j', (text, problem) => {
  expect(parseTargets(text).problem).toContain(problem);
});
