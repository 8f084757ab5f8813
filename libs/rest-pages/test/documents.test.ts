import { pagesOver, view } from '@bff/aggregation';
import { createLogSink, createLogger, createMetrics } from '@bff/observability';
import { createApp } from '@bff/service-shell';
import { type Listening, listen } from '@bff/testing';
import supertest from 'supertest';
import { z } from 'zod';
import { get, mountDocuments, openApiDocument } from '../src/index.ts';

const page = pagesOver<object, object>();
const greeting = { load: async () => 'hello', view: view(z.string(), (text: string) => text) };
const document = openApiDocument({
  title: 'Shop & <more>',
  version: '1.0.0',
  description: 'Of a shop.',
  routes: [get('/v1/greeting', page('greeting').required('greeting', greeting))],
});

let app: Listening;
beforeAll(async () => {
  app = await listen(
    createApp({
      name: 'documents',
      logger: createLogger({ app: 'documents', destination: createLogSink() }),
      metrics: createMetrics({ app: 'documents', processMetrics: false }),
      routes: (router) => mountDocuments(router, document),
    }),
  );
});
afterAll(() => app.close());

const read = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  supertest(app.url).get(path).set(headers).redirects(0);

it('the document is served as it was made', async () => {
  const { status, headers, body } = await read('/openapi.json');
  expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type: 'application/json' });
  expect(body).toEqual(JSON.parse(JSON.stringify(document)));
});

const files = [
  ['/docs', 'text/html; charset=utf-8'],
  ['/docs/page.js', 'text/javascript; charset=utf-8'],
  ['/docs/page.css', 'text/css; charset=utf-8'],
  ['/docs/swagger-ui-bundle.js', 'text/javascript; charset=utf-8'],
  ['/docs/swagger-ui.css', 'text/css; charset=utf-8'],
  ['/docs/favicon-32x32.png', 'image/png'],
] as const;

it.each([['/openapi.json', 'application/json'] as const, ...files])(
  '%s is %s, and is sent once',
  async (path, type) => {
    const { status, headers } = await read(path);
    expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type });
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['x-content-type-options']).toBe('nosniff');

    const again = await read(path, { 'if-none-match': String(headers['etag']) });
    expect({ status: again.status, body: again.text ?? '' }).toEqual({ status: 304, body: '' });
    expect((await read(path, { 'if-none-match': 'W/"another"' })).status).toBe(200);
    const head = await supertest(app.url).head(path);
    expect(head.headers['content-length']).toBe(headers['content-length']);
  },
);

describe('the page', () => {
  it('names nothing but what is served', async () => {
    const { text } = await read('/docs');
    const named = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => `/${path}`);
    expect(named.toSorted()).toEqual(['/openapi.json', ...files.slice(1).map(([path]) => path)].toSorted());
    const script = await read('/docs/page.js');
    expect(script.text).toContain("url: 'openapi.json'");
  });

  it('may do nothing but what it needs, and has nothing inline', async () => {
    const { headers, text } = await read('/docs');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(headers['content-security-policy']).not.toMatch(/unsafe|http|\*/);
    expect(text).not.toMatch(/<style|style=|onload|<script(?! src=)/);
  });

  it('has the title of the document, whatever is in it', async () => {
    expect((await read('/docs')).text).toContain('<title>Shop &amp; &lt;more&gt;</title>');
  });

  it('is at its own address only, because what it loads is relative to it', async () => {
    const { status, headers } = await read('/docs/');
    expect({ status, to: new URL(String(headers['location']), `${app.url}/docs/`).pathname }).toEqual({
      status: 308,
      to: '/docs',
    });
  });
});

it('no other file of the package is served', async () => {
  for (const path of [
    '/docs/index.html',
    '/docs/swagger-initializer.js',
    '/docs/package.json',
    '/docs/../package.json',
  ]) {
    expect((await read(path)).status).toBe(404);
  }
});
