import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type PageApp, startPageApp } from './page-app.ts';

const long = 'All work and no play. '.repeat(500);

let app: PageApp;
beforeAll(async () => {
  app = await startPageApp({ compressFromBytes: 1024, etags: true });
});
beforeEach(() => {
  app.texts.title = long;
  app.texts.remark = 'World';
});
afterAll(() => app.close());

interface Raw {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
}

/** As it comes over the wire: no client undoes the encoding. */
const get = (
  headers: Readonly<Record<string, string>> = {},
  { path = '/texts/t1', method = 'GET' } = {},
): Promise<Raw> =>
  new Promise((resolve, reject) => {
    const sent = request(app.url + path, { method, headers: { caller: 'usr_1', ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, bytes: Buffer.concat(chunks) }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });

const plain = async () => (await get({ 'x-request-id': 'req-1' })).bytes.toString();

describe('a large answer', () => {
  it.each([
    ['br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip;q=1.0, br;q=0.1', 'gzip', gunzipSync],
    ['*', 'br', brotliDecompressSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
  ] as const)('to a client that takes %s is %s', async (accepted, encoding, decompress) => {
    const { status, headers, bytes } = await get({ 'accept-encoding': accepted, 'x-request-id': 'req-1' });
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'content-encoding': encoding, vary: 'Accept-Encoding, Authorization, Prefer' });
    expect(headers).not.toHaveProperty('content-length');
    expect(bytes.length).toBeLessThan(long.length / 5);
    expect(decompress(bytes).toString()).toBe(await plain());
  });

  it.each([undefined, '', 'identity', 'zstd', 'br;q=0, gzip;q=0'])(
    'to a client that takes %j is not compressed, and says that it could be',
    async (accepted) => {
      const { headers, bytes } = await get(accepted === undefined ? {} : { 'accept-encoding': accepted });
      expect(headers).not.toHaveProperty('content-encoding');
      expect(headers).toMatchObject({ vary: 'Accept-Encoding, Authorization, Prefer' });
      expect(Number(headers['content-length'])).toBe(bytes.length);
    },
  );

  it('is compressed when it is partial, too', async () => {
    app.texts.remark = undefined;
    const { headers, bytes } = await get({ 'accept-encoding': 'br' });
    expect(headers).toMatchObject({ 'content-encoding': 'br', 'cache-control': 'no-store', 'bff-complete': '?0' });
    expect(JSON.parse(brotliDecompressSync(bytes).toString()).data.remark).toBeNull();
  });

  it('is announced by HEAD without a length: nobody knows it before it is compressed', async () => {
    const { status, headers, bytes } = await get({ 'accept-encoding': 'br' }, { method: 'HEAD' });
    expect({ status, length: bytes.length }).toEqual({ status: 200, length: 0 });
    expect(headers).not.toHaveProperty('content-length');
    expect(headers).toMatchObject({ etag: expect.any(String), vary: 'Accept-Encoding, Authorization, Prefer' });
  });
});

describe('a small answer', () => {
  it.each([
    ['a page', '/texts/t1', 200],
    ['a problem', '/texts/x', 400],
    ['a path that is not there', '/nowhere', 404],
  ])('(%s) is not compressed', async (_, path, status) => {
    app.texts.title = 'Hello';
    const answer = await get({ 'accept-encoding': 'br' }, { path });
    expect(answer.status).toBe(status);
    expect(answer.headers).not.toHaveProperty('content-encoding');
    expect(Number(answer.headers['content-length'])).toBe(answer.bytes.length);
    expect(answer.headers['vary']).toMatch(/^Accept-Encoding/);
  });

  it('has its length in HEAD as in GET', async () => {
    app.texts.title = 'Hello';
    const head = await get({ 'accept-encoding': 'br' }, { method: 'HEAD' });
    expect(Number(head.headers['content-length'])).toBe((await get()).bytes.length);
  });
});
