import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type StartedConsole, startConsole } from './console-app.ts';
import { startFakeBff, startFakeService } from './fake-bff.ts';
import type { FakeTarget } from './fake-target.ts';

let bff: FakeTarget;
let payment: FakeTarget;
let dir: string;
const started: StartedConsole[] = [];
beforeEach(async () => {
  [bff, payment] = await Promise.all([startFakeBff(), startFakeService({ 'POST /faults': { id: 'f1' } })]);
  dir = mkdtempSync(path.join(tmpdir(), 'web-'));
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((app) => app.close()));
  await Promise.all([bff.die(), payment.die()]);
  rmSync(dir, { recursive: true });
});

async function startOne(env: Readonly<Record<string, string>> = {}): Promise<StartedConsole> {
  const targets = [
    ['web-bff', bff.url],
    ['payment-service', payment.url],
  ] as const;
  const app = await startConsole(targets, env, { webDirs: [dir] });
  started.push(app);
  return app;
}

/** `fetch` does not let a program set these headers. */
function ask(url: string, { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> }) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const asked = request(url, { method, headers }, (res) => {
      let text = '';
      res.on('data', (chunk: Buffer) => (text += chunk.toString()));
      res.on('end', () => resolve({ status: res.statusCode ?? 0, text }));
    });
    asked.on('error', reject).end(method === 'GET' ? undefined : '{"kind":"hang"}');
  });
}

const json = { 'content-type': 'application/json' };

describe('the page', () => {
  beforeEach(() => {
    mkdirSync(path.join(dir, 'assets'));
    writeFileSync(path.join(dir, 'index.html'), '<!doctype html><title>Console</title>');
    writeFileSync(path.join(dir, 'icon.svg'), '<svg/>');
    writeFileSync(path.join(dir, 'notes.txt'), 'not served');
    writeFileSync(path.join(dir, 'assets/index-1.js'), 'export {}');
  });

  it('may load from its own origin only, and run and style nothing inline', async () => {
    const { url } = await startOne();
    const { status, headers } = await fetch(`${url}/`);
    expect({ status, type: headers.get('content-type') }).toEqual({ status: 200, type: 'text/html; charset=utf-8' });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|http|\*/);
  });

  it('is sent once, and so is what it loads', async () => {
    const { url } = await startOne();
    for (const [file, type, cached] of [
      ['/', 'text/html; charset=utf-8', 'no-cache'],
      ['/assets/index-1.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
      ['/icon.svg', 'image/svg+xml', 'no-cache'],
    ] as const) {
      const { status, headers } = await fetch(url + file);
      expect({ file, status, type: headers.get('content-type'), cached: headers.get('cache-control') }).toEqual({
        file,
        status: 200,
        type,
        cached,
      });
      expect((await fetch(url + file, { headers: { 'if-none-match': headers.get('etag') ?? '' } })).status).toBe(304);
    }
  });

  it('comes with nothing else', async () => {
    const { url } = await startOne();
    for (const file of ['notes.txt', 'assets', 'assets/..%2Findex.html', '..%2f..%2fpackage.json', 'nothing'])
      expect((await fetch(`${url}/${file}`)).status).toBe(404);
  });
});

it('says how the page is built while it is not, and has it as soon as it is', async () => {
  const { url, state } = await startOne();
  const missing = await fetch(url);
  expect(missing.status).toBe(503);
  expect(await missing.text()).toContain('npx nx web console');
  expect((await state()).apps).toHaveLength(2);
  writeFileSync(path.join(dir, 'index.html'), '<!doctype html>');
  expect((await fetch(url)).status).toBe(200);
});

describe('who may ask', () => {
  it.each(['127.0.0.1', 'localhost:3000', 'LOCALHOST', '[::1]:3000', '10.1.2.3:80', 'console.example'])(
    'a browser that was sent to %s',
    async (host) => {
      const { url } = await startOne({ CONSOLE_HOSTS: 'console.example' });
      expect((await ask(`${url}/api/state`, { headers: { host } })).status).toBe(200);
    },
  );

  it.each(['evil.example', 'localhost.evil.example:3000', '127.0.0.1.evil.example', 'evil@localhost', 'localhost/x'])(
    'not one that was sent to %j',
    async (host) => {
      const { url } = await startOne();
      for (const at of ['/', '/api/state', '/api/events']) {
        const { status, text } = await ask(url + at, { headers: { host } });
        expect([at, status, JSON.parse(text).code]).toEqual([at, 403, 'HOST_NOT_KNOWN']);
      }
    },
  );

  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{}, 200],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'http://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    // Another port of this machine is another origin.
    [{ origin: 'http://127.0.0.1:1' }, 403],
  ])('of what reads and changes: %j is %d', async (headers, status) => {
    const { url, until } = await startOne();
    await until(({ apps }) => apps.every((app) => app.status === 'ready'));
    expect((await ask(`${url}/api/state`, { headers })).status).toBe(status);
    const changed = await ask(`${url}/api/faults/payment`, { method: 'POST', headers: { ...json, ...headers } });
    expect(changed.status).toBe(status);
    expect(payment.asked).toHaveLength(status === 200 ? 1 : 0);
  });

  it('lets a person open the page by a link from elsewhere, and no form of another site change something', async () => {
    const { url } = await startOne();
    const fromElsewhere = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect((await ask(`${url}/`, { headers: fromElsewhere })).status).toBe(503);
    expect((await ask(`${url}/api/state`, { headers: { 'sec-fetch-site': 'none' } })).status).toBe(200);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', '']) {
      const sent = await ask(`${url}/api/faults/payment`, { method: 'POST', headers: { 'content-type': type } });
      expect([type, sent.status]).toEqual([type, 415]);
    }
    const typed = { ...json, 'sec-fetch-site': 'none' };
    expect((await ask(`${url}/api/load`, { method: 'DELETE', headers: typed })).status).toBe(403);
    expect(payment.asked).toEqual([]);
  });
});

describe('in production', () => {
  it('has no faults, no load and no tokens, and asks for none', async () => {
    payment.answers.delete('/faults');
    const app = await startOne({ NODE_ENV: 'production' });
    const state = await app.until(({ apps }) => apps.every(({ status }) => status === 'ready'));
    expect(state.production).toBe(true);
    expect(state.apps.map(({ problem }) => problem)).toEqual([null, null]);
    for (const [method, at] of [
      ['GET', '/api/faults'],
      ['POST', '/api/faults/payment'],
      ['DELETE', '/api/faults/payment'],
      ['DELETE', '/api/faults/payment/f1'],
      ['GET', '/api/load'],
      ['POST', '/api/load'],
      ['DELETE', '/api/load'],
      ['POST', '/api/token'],
    ] as const) {
      const { status, body } = await app.send(method, at, method === 'POST' ? {} : undefined);
      expect([method, at, status, body['code']]).toEqual([method, at, 404, 'ROUTE_NOT_FOUND']);
    }
    expect(payment.asked).toEqual([]);
  });
});
