import { variableOf } from '../src/placed-app.ts';
import { apps } from '../src/apps.ts';
import { freePorts } from '../src/running/free-ports.ts';
import { type RunningCommand, isAlive, runScript } from '../src/running/running-command.ts';

describe('npm start with every app', () => {
  let system: RunningCommand;
  beforeAll(async () => {
    const ports = await freePorts(apps.length * 2);
    const env = apps.flatMap((app, index) => [
      [variableOf(app, 'PORT'), String(ports[index * 2])],
      [variableOf(app, 'ADMIN_PORT'), String(ports[index * 2 + 1])],
    ]);
    // A developer's own settings must not reach into this.
    const unset = apps.map((app) => [variableOf(app, 'URL'), undefined]);
    system = runScript('tools/src/start/main.ts', [], { ...Object.fromEntries(unset), ...Object.fromEntries(env) });
    await system.waitFor(/Ctrl-C ends everything/);
  });

  it('shows every app as ready', () => {
    for (const { name } of apps) {
      expect(system.output()).toMatch(new RegExp(`^ {2}${name} +http://127\\.0\\.0\\.1:\\d+ +ready in \\d`, 'm'));
    }
  });

  it('prints curl lines that work, for a page that is whole', async () => {
    const lines = [...system.output().matchAll(/^ {2}curl -s (\S+) -H (['"])Authorization: Bearer ([^'"]+)\2$/gm)];
    const [, , , token = ''] = lines[0] ?? [];
    // The first one has the token in it; the others take it from the line above them.
    expect(system.output()).toContain('  TOKEN=$(npm run -s token)\n');
    expect(new Set(lines.slice(1).map(([, , quote, value]) => `${quote}${value}`))).toEqual(new Set(['"$TOKEN']));
    expect(lines.map(([, url = '']) => new URL(url).pathname)).toEqual([
      expect.stringMatching(/^\/v1\/orders\/ord_\d+$/),
      '/v1/home',
      '/v1/orders',
      '/v1/profile',
      '/v1/dashboard',
    ]);
    for (const [, url = ''] of lines) {
      const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
      expect(response.status).toBe(200);
      expect(response.headers.get('bff-complete')).toBe('?1');
    }
  });

  it('leaves nothing running', async () => {
    const { pid = 0 } = system.child;
    expect(await system.end('SIGINT')).toBe(0);
    expect(isAlive(pid)).toBe(false);
    const urls = [...system.output().matchAll(/(?:url|adminUrl)=(\S+)/g)].map(([, url = '']) => url);
    expect(urls).toHaveLength(apps.length * 2);
    for (const url of urls) await expect(fetch(url)).rejects.toThrow('fetch failed');
  });
});
