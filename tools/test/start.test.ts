import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts } from '../src/running/free-ports.ts';
import { type RunningCommand, isAlive, runScript } from '../src/running/running-command.ts';

/** The environment that gives each app two free ports. */
async function portsFor(...names: string[]): Promise<Record<string, string>> {
  const ports = await freePorts(names.length * 2);
  return Object.fromEntries(
    names.flatMap((name, index) => {
      const variable = name.toUpperCase().replaceAll('-', '_');
      return [
        [`${variable}_PORT`, String(ports[index * 2])],
        [`${variable}_ADMIN_PORT`, String(ports[index * 2 + 1])],
      ];
    }),
  );
}

const start = (apps: Record<string, string>, env: NodeJS.ProcessEnv): RunningCommand =>
  runScript(
    'tools/test/fixture/start-fixture.ts',
    Object.entries(apps).map((pair) => pair.join('=')),
    env,
  );

const pidsIn = (output: string) => [...output.matchAll(/pid=(\d+)/g)].map((match) => Number(match[1]));

async function allGone(pids: readonly number[], withinMs: number): Promise<boolean> {
  for (let waited = 0; waited < withinMs; waited += 50) {
    if (!pids.some(isAlive)) return true;
    await sleep(50);
  }
  return false;
}

describe('npm start', () => {
  let system: RunningCommand | undefined;
  afterEach(async () => {
    const pids = pidsIn(system?.output() ?? '');
    await Promise.race([system?.end('SIGINT'), sleep(6000, undefined, { ref: false })]);
    system?.child.kill('SIGKILL');
    // What a failed test has left running.
    if (!(await allGone(pids, 500))) for (const pid of pids.filter(isAlive)) process.kill(pid, 'SIGKILL');
  });

  it('shows a table of what is ready', async () => {
    const env = await portsFor('order-service', 'web-bff');
    system = start({ 'order-service': 'steady', 'web-bff': 'steady' }, env);
    await system.waitFor(/Ctrl-C ends everything/);
    expect(system.output()).toMatch(/order-service is ready \(\d of 2\)/);
    expect(system.output()).toMatch(/app +URL +state\n/);
    expect(system.output()).toMatch(
      new RegExp(`order-service +http://127.0.0.1:${env['ORDER_SERVICE_PORT']} +ready in \\d\\.\\d s`),
    );
    expect(system.output()).toMatch(/^order-service +\d\d:\d\d:\d\d\.000 INFO {2}listening/m);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('ends everything on %s, with exit code 0', async (signal) => {
    system = start({ 'order-service': 'steady', 'web-bff': 'steady' }, await portsFor('order-service', 'web-bff'));
    await system.waitFor(/Ctrl-C ends everything/);
    const pids = pidsIn(system.output());
    expect(pids).toHaveLength(2);
    expect(await system.end(signal)).toBe(0);
    expect(pids.filter(isAlive)).toEqual([]);
  });

  it('ends an app by force that does not end, with what it has started', async () => {
    system = start({ 'order-service': 'stubborn' }, await portsFor('order-service'));
    const [, grandchild] = await system.waitFor(/grandchild (\d+)/);
    await system.waitFor(/Ctrl-C ends everything/);
    const pids = [...pidsIn(system.output()), Number(grandchild)];
    expect(await system.end('SIGINT')).toBe(0);
    expect(system.output()).toMatch(/not yet/);
    expect(await allGone(pids, 500)).toBe(true);
  });

  it('ends the apps when the runner itself is killed', async () => {
    system = start({ 'order-service': 'steady', 'web-bff': 'steady' }, await portsFor('order-service', 'web-bff'));
    await system.waitFor(/Ctrl-C ends everything/);
    const pids = pidsIn(system.output());
    await system.end('SIGKILL');
    expect(pids).toHaveLength(2);
    expect(await allGone(pids, 3000)).toBe(true);
  });

  it('ends when the process that started it is gone', async () => {
    system = start({ 'order-service': 'steady' }, await portsFor('order-service'));
    await system.waitFor(/Ctrl-C ends everything/);
    system.child.disconnect();
    expect(await system.exited).toBe(0);
  });

  it('shows how a process died and what it last wrote, and keeps the others running', async () => {
    const env = await portsFor('order-service', 'web-bff');
    system = start({ 'order-service': 'dying', 'web-bff': 'steady' }, env);
    await system.waitFor(/order-service has ended with exit code 3\. Its last lines:\n(.*\n)* {2}the database is gone/);
    await system.waitFor(/order-service .* ended: exit code 3\n +web-bff .* ready in/);
    expect((await fetch(`http://127.0.0.1:${env['WEB_BFF_PORT']}/readyz`)).status).toBe(200);
  });

  it('says which port is taken, for which app and by what, and starts nothing', async () => {
    const env = await portsFor('order-service', 'web-bff');
    const squatter = createServer().listen(Number(env['WEB_BFF_ADMIN_PORT']), '127.0.0.1');
    system = start({ 'order-service': 'steady', 'web-bff': 'steady' }, env);
    const exitCode = await system.exited;
    squatter.close();
    expect(exitCode).toBe(1);
    expect(system.output()).toMatch(
      new RegExp(
        `^Port ${env['WEB_BFF_ADMIN_PORT']}, wanted for web-bff's admin port, is taken by .*\\(pid ${process.pid}\\)`,
      ),
    );
    expect(system.output()).toMatch(/WEB_BFF_ADMIN_PORT/);
    expect(system.output()).not.toMatch(/listening/);
  });

  it('says when two apps are given the same port', async () => {
    const env = await portsFor('order-service', 'web-bff');
    system = start(
      { 'order-service': 'steady', 'web-bff': 'steady' },
      { ...env, WEB_BFF_PORT: env['ORDER_SERVICE_PORT'] },
    );
    expect(await system.exited).toBe(1);
    expect(system.output()).toMatch(/wanted for web-bff, is wanted for order-service too/);
  });

  it('does not start a service whose URL is given, and tells the others where it is', async () => {
    const env = await portsFor('web-bff');
    const elsewhere = { ORDER_SERVICE_URL: 'http://orders.example:8080/' };
    system = start({ 'order-service': 'steady', 'web-bff': 'steady' }, { ...env, ...elsewhere });
    await system.waitFor(/order-service +http:\/\/orders\.example:8080 +runs elsewhere/);
    expect(pidsIn(system.output())).toHaveLength(1);
    const seen: unknown = await (await fetch(`http://127.0.0.1:${env['WEB_BFF_PORT']}/environment`)).json();
    expect(seen).toMatchObject({ ORDER_SERVICE_URL: 'http://orders.example:8080', PORT: env['WEB_BFF_PORT'] });
  });

  it('refuses a port that is none, with the variable and what is allowed', async () => {
    system = start({ 'web-bff': 'steady' }, { WEB_BFF_PORT: '99999' });
    expect(await system.exited).toBe(1);
    expect(system.output()).toBe('WEB_BFF_PORT is "99999"; allowed is a whole number from 1 to 65535\n');
  });
});
