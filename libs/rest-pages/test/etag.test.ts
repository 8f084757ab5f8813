import supertest from 'supertest';
import { type PageApp, startPageApp } from './page-app.ts';

let app: PageApp;
beforeEach(async () => {
  app = await startPageApp({ etags: true, compressFromBytes: 10, origins: ['https://shop.example'] });
});
afterEach(() => app.close());

function get(headers: Readonly<Record<string, string>> = {}, method: 'get' | 'head' = 'get') {
  const client = supertest(app.url);
  const request = method === 'head' ? client.head('/texts/t1') : client.get('/texts/t1');
  return request.set({ caller: 'usr_1', ...headers });
}

const tagNow = async (): Promise<string> => String((await get()).headers['etag']);

describe('a whole page', () => {
  it('has an entity tag that depends on its data alone', async () => {
    const first = await get({ 'x-request-id': 'req-1', 'accept-encoding': 'identity' });
    const second = await get({ 'x-request-id': 'req-2', 'accept-encoding': 'br' });
    expect(first.headers['etag']).toMatch(/^W\/"[\w-]+"$/);
    expect(second.headers['etag']).toBe(first.headers['etag']);
    expect(first.body.meta.requestId).not.toBe(second.body.meta.requestId);
    app.texts.title = 'Bye';
    expect(await tagNow()).not.toBe(first.headers['etag']);
  });

  it('is the same body as without entity tags', async () => {
    const plain = await startPageApp();
    try {
      const headers = { caller: 'usr_1', 'x-request-id': 'req-1' };
      const without = await supertest(plain.url).get('/texts/t1').set(headers);
      expect((await get({ 'x-request-id': 'req-1' })).text).toBe(without.text);
      expect(without.headers).not.toHaveProperty('etag');
      expect(
        (
          await supertest(plain.url)
            .get('/texts/t1')
            .set({ ...headers, 'if-none-match': '*' })
        ).status,
      ).toBe(200);
    } finally {
      await plain.close();
    }
  });

  it.each([['get'], ['head']] as const)(
    'is 304 to a %s of who has it, with the headers of the page and no body',
    async (method) => {
      const etag = await tagNow();
      const origin = 'https://shop.example';
      const { status, headers, text } = await get(
        { 'if-none-match': `"other", ${etag}`, origin, prefer: 'handling=lenient' },
        method,
      );
      expect(status).toBe(304);
      expect(text || '').toBe('');
      expect(headers).toMatchObject({
        etag,
        'cache-control': 'private, no-cache',
        vary: 'Origin, Accept-Encoding, Authorization, Prefer',
        'bff-complete': '?1',
        'preference-applied': 'handling=lenient',
        'x-request-id': expect.any(String),
        'access-control-allow-origin': origin,
      });
      for (const name of ['content-type', 'content-length', 'content-encoding', 'transfer-encoding']) {
        expect(headers).not.toHaveProperty(name);
      }
    },
  );

  it('is sent whole to who has another one', async () => {
    const etag = await tagNow();
    app.texts.title = 'Bye';
    const { status, body, headers } = await get({ 'if-none-match': etag });
    expect({ status, title: body.data.title }).toEqual({ status: 200, title: { text: 'Bye' } });
    expect(headers['etag']).not.toBe(etag);
  });

  it('is 304 to who has any, and makes no difference between HEAD and GET', async () => {
    expect((await get({ 'if-none-match': '*' })).status).toBe(304);
    expect((await get({}, 'head')).headers['etag']).toBe(await tagNow());
  });
});

describe('what is not whole', () => {
  it.each(['*', 'the tag of the whole page'])(
    'has no entity tag and is never 304 (If-None-Match: %s)',
    async (header) => {
      const etag = await tagNow();
      app.texts.remark = undefined;
      const { status, headers, body } = await get({ 'if-none-match': header === '*' ? '*' : etag });
      expect(status).toBe(200);
      expect(body.meta).toMatchObject({ complete: false });
      expect(headers).not.toHaveProperty('etag');
      expect(headers['cache-control']).toBe('no-store');
    },
  );

  it('as a problem has none either', async () => {
    app.texts.remark = undefined;
    const { status, headers } = await get({ 'if-none-match': '*', prefer: 'handling=strict' });
    expect(status).toBe(502);
    expect(headers).not.toHaveProperty('etag');
  });

  it('because the request is refused has none either', async () => {
    const { status, headers } = await supertest(app.url).get('/texts/x').set({ caller: 'usr_1', 'if-none-match': '*' });
    expect(status).toBe(400);
    expect(headers).not.toHaveProperty('etag');
  });
});
