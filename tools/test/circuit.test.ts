import { tokenResponseSchema } from '@bff/contracts';
import { type RedisServer, describeWithRedis, startRedis } from '@bff/testing';
import { runCircuit } from '../src/circuit/run-circuit.ts';
import { freePorts } from '../src/running/free-ports.ts';
import { type RunningCommand, runScript } from '../src/running/running-command.ts';

/** Two replicas of mobile-bff and the issuer run for real; the other BFFs do not run. */
describeWithRedis('npm run circuit', () => {
  let redis: RedisServer;
  let issuer: RunningCommand;
  let replicas: RunningCommand[];
  let env: Record<string, string>;
  /** The command line of somebody who looks at the second replica. */
  let elsewhere: Record<string, string>;
  beforeAll(async () => {
    redis = await startRedis();
    const [issuerPort, issuerAdminPort, adminPort, otherAdminPort, ...nowhere] = await freePorts(6);
    const issuerUrl = `http://127.0.0.1:${issuerPort}`;
    issuer = runScript('apps/mocks/user-service/src/main.ts', [], {
      PORT: String(issuerPort),
      ADMIN_PORT: String(issuerAdminPort),
      AUTH_ISSUER: issuerUrl,
    });
    await issuer.waitFor(/listening/);
    replicas = [adminPort, otherAdminPort].map((port) =>
      runScript('apps/mobile-bff/src/main.ts', [], {
        PORT: '0',
        ADMIN_PORT: String(port),
        AUTH_ISSUER: issuerUrl,
        AUTH_JWKS_URL: `${issuerUrl}/.well-known/jwks.json`,
        REDIS_URL: redis.url,
      }),
    );
    await Promise.all(replicas.map((replica) => replica.waitFor(/listening/)));
    env = {
      USER_SERVICE_PORT: String(issuerPort),
      MOBILE_BFF_ADMIN_PORT: String(adminPort),
      WEB_BFF_ADMIN_PORT: String(nowhere[0]),
      GRAPHQL_BFF_ADMIN_PORT: String(nowhere[1]),
    };
    elsewhere = { ...env, MOBILE_BFF_ADMIN_PORT: String(otherAdminPort) };
  }, 40_000);
  afterAll(async () => {
    await Promise.all([...replicas, issuer].map((command) => command.end('SIGTERM')));
    await redis.stop();
  });
  afterEach(() => circuit(['reset', 'payment', '--app', 'mobile-bff']));

  /** A machine that is busy for 200 ms has an act shared a moment later instead: then it is asked again. */
  const circuit = async (args: readonly string[], environment = env) => {
    let run = await runCircuit(args, environment);
    for (let tries = 1; tries < 5 && run.lines.some((line) => line.includes('on this replica alone')); tries += 1) {
      run = await runCircuit(args, environment);
    }
    return { text: run.lines.join('\n'), exitCode: run.exitCode };
  };
  const list = async (environment = env) => (await circuit(['list', '--app', 'mobile-bff'], environment)).text;
  /** What another replica is found with, once it has looked. */
  const found = async (pattern: RegExp) => {
    for (let tries = 0; tries < 200 && !pattern.test(await list(elsewhere)); tries += 1) await pause(50);
    return list(elsewhere);
  };
  const isolate = ['isolate', 'payment', '--app', 'mobile-bff', '--reason', 'ledger repair'];

  it('isolates and closes on every replica, and shows who did and why', async () => {
    expect(await circuit(isolate)).toEqual({ text: 'mobile-bff:  payment is isolated, on every replica', exitCode: 0 });
    const isolated = /^ {2}payment +isolated .* isolate by usr_0001 .* ago: ledger repair$/m;
    expect(await list()).toMatch(isolated);
    expect(await found(isolated)).toMatch(isolated);
    expect(await circuit(['close', 'payment', '--app', 'mobile-bff'], elsewhere)).toEqual({
      text: 'mobile-bff:  payment is closed, on every replica',
      exitCode: 0,
    });
    const { text } = await circuit(['acts', '--app', 'mobile-bff'], elsewhere);
    expect(text).toMatch(/^mobile-bff: +payment +close by usr_0001 .* ago$/m);
    expect(text).toMatch(/^mobile-bff: +payment +isolate by usr_0001 .* ago: ledger repair, on another replica$/m);
  });

  it('acts as whoever the token is for', async () => {
    const token = await tokenFor('usr_0042', ['operator']);
    expect(await circuit(isolate, { ...env, CIRCUIT_TOKEN: token })).toMatchObject({ exitCode: 0 });
    expect(await list()).toContain('isolate by usr_0042 ');
    const customer = await tokenFor('usr_0042', ['customer']);
    expect(await circuit([...isolate, '--token', customer], { ...env, CIRCUIT_TOKEN: token })).toEqual({
      text: 'mobile-bff:  refused: Your account does not have the role for this',
      exitCode: 2,
    });
  });

  it('says which apps do not run, and acts on those that do', async () => {
    const { text, exitCode } = await circuit(isolate.filter((word) => word !== '--app' && word !== 'mobile-bff'));
    expect(exitCode).toBe(1);
    expect(text).toMatch(/^mobile-bff: {2}payment is isolated, on every replica$/m);
    expect(text).toMatch(
      /^web-bff: {5}not running: nothing answers on http:\/\/127\.0\.0\.1:\d+; start it with npm start$/m,
    );
  });

  it('passes on what the app refuses', async () => {
    expect(await circuit([...isolate.slice(0, -1), 'x'])).toEqual({
      text: expect.stringMatching(/^mobile-bff: {2}refused: body reason: /),
      exitCode: 2,
    });
  });

  it('says how to act without the development issuer', async () => {
    const { text, exitCode } = await circuit(isolate, { ...env, USER_SERVICE_URL: 'http://127.0.0.1:1' });
    expect(exitCode).toBe(1);
    expect(text).toMatch(
      /^circuit: the user service does not answer at .*; or give a token by CIRCUIT_TOKEN or --token$/,
    );
  });

  it('refuses bad input with the usage', async () => {
    expect(await circuit(['isolate', 'payment'])).toEqual({
      text: expect.stringMatching(/^circuit: isolate needs a --reason.*\nusage: npm run circuit -- list/),
      exitCode: 2,
    });
  });

  async function tokenFor(userId: string, roles: readonly string[]): Promise<string> {
    const response = await fetch(`http://127.0.0.1:${env['USER_SERVICE_PORT']}/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userId, roles }),
    });
    return tokenResponseSchema.parse(await response.json()).access_token;
  }
});

/** Between two questions to a real process: there is no clock in it that a test could drive. */
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
