import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LogSink, createLogSink, createLogger, createMetrics } from '@bff/observability';
import { createApp } from '@bff/service-shell';
import { type Listening, listen } from '@bff/testing';
import supertest from 'supertest';
import { type PlaygroundOptions, mountPlayground } from './mount-playground.ts';

let bundleDir: string;
let log: LogSink;
const started: Listening[] = [];
beforeEach(() => {
  bundleDir = mkdtempSync(join(tmpdir(), 'playground-'));
  for (const name of ['main.js', 'page.css', 'stamp', 'font-1.woff2']) writeFileSync(join(bundleDir, name), name);
  log = createLogSink();
});
afterEach(async () => {
  rmSync(bundleDir, { recursive: true });
  await Promise.all(started.splice(0).map((app) => app.close()));
});

async function start(options: PlaygroundOptions = {}) {
  const app = await listen(
    createApp({
      name: 'playground',
      logger: createLogger({ app: 'playground', destination: log }),
      metrics: createMetrics({ app: 'playground', processMetrics: false }),
      routes: (router) => mountPlayground(router, { bundleDir, ...options }),
    }),
  );
  started.push(app);
  return supertest(app.url);
}

describe('the page', () => {
  it('may load from its own origin only, and run nothing that is inline', async () => {
    const { status, headers, text } = await (await start()).get('/');
    expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type: 'text/html; charset=utf-8' });
    const policy = new Map(String(headers['content-security-policy']).split('; ').map(directive));
    expect(policy.get('default-src')).toBe("'none'");
    for (const name of ['script-src', 'worker-src', 'font-src', 'connect-src']) expect(policy.get(name)).toBe("'self'");
    expect(String(headers['content-security-policy'])).not.toMatch(/unsafe-eval|http|\*/);
    expect(text).not.toMatch(/<style|style=|onload|<script(?![^>]* src="playground\/)/);
  });

  it('is sent once, and so is what it loads', async () => {
    const app = await start();
    for (const [path, type] of [
      ['/', 'text/html; charset=utf-8'],
      ['/playground/main.js', 'text/javascript; charset=utf-8'],
      ['/playground/page.css', 'text/css; charset=utf-8'],
      ['/playground/font-1.woff2', 'font/woff2'],
    ] as const) {
      const { status, headers } = await app.get(path);
      expect({ path, status, type: headers['content-type'] }).toEqual({ path, status: 200, type });
      expect((await app.get(path).set('If-None-Match', String(headers['etag']))).status).toBe(304);
    }
  });

  it('comes with nothing else that is in the folder', async () => {
    const app = await start();
    for (const path of ['stamp', '..%2Fpackage.json', 'main'])
      expect((await app.get(`/playground/${path}`)).status).toBe(404);
  });

  it('says how it is built when it is not', async () => {
    rmSync(join(bundleDir, 'main.js'));
    const app = await start();
    const { status, headers, text } = await app.get('/');
    expect({ status, type: headers['content-type'] }).toEqual({ status: 503, type: 'text/html; charset=utf-8' });
    expect(text).toContain('npx nx playground graphql-bff');
    expect((await app.get('/playground/page.css')).status).toBe(404);
  });
});

const directive = (text: string): [string, string] => {
  const [name = '', ...sources] = text.split(' ');
  return [name, sources.join(' ')];
};

describe('a development token', () => {
  it('is given to the page, and kept by nobody', async () => {
    const app = await start({ tokenFrom: async () => 'a.b.c' });
    expect((await app.get('/')).text).toContain('data-token="playground/token"');
    for (const site of ['same-origin', 'none', undefined]) {
      const asked = app.get('/playground/token');
      const { status, headers, body } = await (site === undefined ? asked : asked.set('Sec-Fetch-Site', site));
      expect({ status, body, cache: headers['cache-control'] }).toEqual({
        status: 200,
        body: { token: 'a.b.c' },
        cache: 'no-store',
      });
    }
  });

  it.each(['cross-site', 'same-site', 'something new', ''])('is not given to a page that is %j', async (site) => {
    const tokenFrom = jest.fn(async () => 'a.b.c');
    const { status, headers, body, text } = await (
      await start({ tokenFrom })
    )
      .get('/playground/token')
      .set('Sec-Fetch-Site', site);
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'FORBIDDEN' });
    expect(headers['cache-control']).toBe('no-store');
    expect(text).not.toContain('a.b.c');
    expect(tokenFrom).not.toHaveBeenCalled();
  });

  it('that cannot be had is a 502, in words that are not the issuer’s', async () => {
    const app = await start({ tokenFrom: () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:5432')) });
    const { status, body, text } = await app.get('/playground/token');
    expect(status).toBe(502);
    expect(body).toMatchObject({ code: 'DOWNSTREAM_UNAVAILABLE', detail: 'The development issuer gave no token.' });
    expect(text).not.toContain('10.0.0.7');
    expect(JSON.stringify(log.lines())).toContain('10.0.0.7');
  });

  it('is not to be had where the app gives none', async () => {
    const app = await start();
    expect((await app.get('/')).text).not.toContain('data-token');
    expect((await app.get('/playground/token')).status).toBe(404);
  });
});
