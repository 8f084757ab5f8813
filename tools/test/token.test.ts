import { json } from 'node:stream/consumers';
import { type Listening, listen } from '@bff/testing';
import { runToken } from '../src/token/run-token.ts';

const asked: unknown[] = [];
let answer: { status: number; body: unknown };
let service: Listening;
let url: string;

beforeAll(async () => {
  service = await listen(async (request, response) => {
    asked.push({ method: request.method, path: request.url, body: await json(request) });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
  });
  url = service.url;
});

afterAll(() => service.close());

beforeEach(() => {
  asked.length = 0;
  answer = { status: 200, body: { access_token: 'a.b.c', token_type: 'Bearer', expires_in: 60 } };
});

const run = (...args: string[]) => runToken(args, { USER_SERVICE_URL: url });

describe('npm run token', () => {
  it('prints the token of the first user, and nothing else', async () => {
    await expect(run()).resolves.toEqual({ text: 'a.b.c', exitCode: 0 });
    expect(asked).toEqual([{ method: 'POST', path: '/token', body: { userId: 'usr_0001' } }]);
  });

  it('passes on who, which roles and scopes, and for how long', async () => {
    await run('usr_0042', '--role', 'support', '--scope', 'orders:read  profile:read', '--expires', '1.5h');
    const body = {
      userId: 'usr_0042',
      roles: ['support'],
      scopes: ['orders:read', 'profile:read'],
      expiresInSeconds: 5400,
    };
    expect(asked).toMatchObject([{ body }]);
  });

  it('asks for each role once', async () => {
    await run('--role', 'support', '--role', 'customer', '--role', 'support');
    expect(asked).toMatchObject([{ body: { roles: ['support', 'customer'] } }]);
  });

  it('says how to start the user service when it does not run', async () => {
    await expect(runToken([], { USER_SERVICE_URL: 'http://127.0.0.1:1' })).resolves.toEqual({
      text: 'token: the user service does not answer at http://127.0.0.1:1/token; start the system with: npm start',
      exitCode: 1,
    });
  });

  it('says that a user does not exist', async () => {
    answer = { status: 404, body: {} };
    await expect(run('usr_9')).resolves.toEqual({ text: 'token: there is no user usr_9', exitCode: 1 });
  });

  it('says what the service said when that is no token', async () => {
    answer = { status: 400, body: { type: 'x', title: 'Bad', status: 400, detail: 'body userId: odd' } };
    await expect(run()).resolves.toEqual({
      text: `token: the user service at ${url} answered with status 400: body userId: odd`,
      exitCode: 1,
    });
    answer = { status: 200, body: '<html>' };
    await expect(run()).resolves.toMatchObject({ exitCode: 1 });
  });

  it.each([
    [['0001'], '"0001" is no user id; one looks like usr_0001'],
    [['--role', 'admin'], '"admin": a role is customer, support or operator'],
    [['--expires', '5'], '"5" is no lifetime; allowed: 30s, 15m or 8h, at most 24h'],
    [['--expires', '25h'], 'a lifetime is a whole number of seconds, from 1s to 24h'],
    [['--expires', '500ms'], 'a lifetime is a whole number of seconds, from 1s to 24h'],
    [['--scope', 'a"b'], 'scopes: must be a scope-token of RFC 6749 section 3.3'],
    [['--expire', '1h'], "Unknown option '--expire'; allowed: --role, --scope, --expires"],
    [['usr_0001', 'usr_0002'], '"usr_0002" is one word too many; usage: npm run -s token --'],
  ])('refuses %j in one line, without a call', async (args, message) => {
    const { text, exitCode } = await run(...args);
    expect(text.startsWith(`token: ${message}`)).toBe(true);
    expect(text).not.toContain('\n');
    expect(exitCode).toBe(2);
    expect(asked).toEqual([]);
  });

  it('refuses an address of the service that is none', async () => {
    await expect(runToken([], { USER_SERVICE_URL: 'localhost' })).resolves.toMatchObject({ exitCode: 2 });
  });

  it('explains itself', async () => {
    const { text, exitCode } = await run('--help');
    expect(text).toContain('--expires');
    expect(exitCode).toBe(0);
  });
});
