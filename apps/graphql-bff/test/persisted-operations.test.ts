import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithRedis, startRedis } from '@bff/testing';
import { type GraphqlApp, startGraphqlApp } from './graphql-app.ts';

const query = '{ viewer { id } }';
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const persisted = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: hashOf(text) } });

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});
const startWith = async (env: Readonly<Record<string, string>> = {}): Promise<GraphqlApp> => {
  const app = await startGraphqlApp({ env });
  closers.push(() => app.close());
  return app;
};

describe('automatic', () => {
  it('an operation is known by its hash once its text has been sent', async () => {
    const app = await startWith();
    const unknown = await app.query(undefined, { extensions: persisted(query) });
    expect({ status: unknown.status, code: unknown.body.errors?.[0]?.extensions['code'] }).toEqual({
      status: 404,
      code: 'PERSISTED_QUERY_NOT_FOUND',
    });
    expect((await app.query(query, { extensions: persisted(query) })).body.data).toEqual({ viewer: { id: 'usr_1' } });
    expect((await app.query(undefined, { extensions: persisted(query) })).body.data).toEqual({
      viewer: { id: 'usr_1' },
    });
    expect((await app.queryByGet(undefined, { extensions: persisted(query) })).body.data).toEqual({
      viewer: { id: 'usr_1' },
    });
  });

  it('a text is not taken under the hash of another', async () => {
    const app = await startWith();
    const { status } = await app.query('{ __typename }', { extensions: persisted(query) });
    expect(status).toBe(422);
    expect((await app.query(undefined, { extensions: persisted(query) })).status).toBe(404);
  });

  it('a text that is mostly comment is executed, and not kept', async () => {
    const app = await startWith();
    const long = `# ${'x'.repeat(20_000)}\n${query}`;
    expect((await app.query(long, { extensions: persisted(long) })).status).toBe(200);
    expect((await app.query(undefined, { extensions: persisted(long) })).status).toBe(404);
  });

  it('a query that is refused is not kept', async () => {
    const app = await startWith();
    const deep = `{ viewer { ${Array.from({ length: 60 }, (_, at) => `a${at}: id`).join(' ')} } }`;
    expect((await app.query(deep, { extensions: persisted(deep) })).status).toBe(400);
    expect((await app.query(undefined, { extensions: persisted(deep) })).status).toBe(404);
  });
});

describeWithRedis('automatic, through Redis', () => {
  it('what one replica was sent another knows', async () => {
    const redis = await startRedis();
    closers.push(() => redis.stop());
    const env = { REDIS_URL: redis.url };
    const [one, other] = [await startWith(env), await startWith(env)];
    // The connection is made in the background.
    await untilKnown(async () => {
      await one.query(query, { extensions: persisted(query) });
      return (await other.query(undefined, { extensions: persisted(query) })).status === 200;
    });
    expect((await other.query(undefined, { extensions: persisted(query) })).body.data).toEqual({
      viewer: { id: 'usr_1' },
    });
  });
});

describe('trusted documents', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trusted-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const manifest = (operations: readonly object[], rest: object = {}): string => {
    const file = join(folder, 'manifest.json');
    writeFileSync(file, JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations, ...rest }));
    return file;
  };
  const registered = { id: hashOf(query), name: 'Me', type: 'query', body: query };

  it('are taken by their hash and by their text, and nothing else is', async () => {
    const app = await startWith({ TRUSTED_DOCUMENTS: manifest([registered]) });
    expect((await app.query(undefined, { extensions: persisted(query) })).body.data).toEqual({
      viewer: { id: 'usr_1' },
    });
    expect((await app.queryByGet(undefined, { extensions: persisted(query) })).status).toBe(200);
    expect((await app.query(query)).body.data).toEqual({ viewer: { id: 'usr_1' } });
    for (const text of [
      '{ nothing }',
      '{',
      '{ viewer { roles } }',
      '{ order(id: "ord_1") { id } }',
      `${query} `,
      '{ __schema { description } }',
    ]) {
      for (const extensions of [undefined, persisted(text)]) {
        const { status, body } = await app.query(text, extensions ? { extensions } : {});
        expect({ status, code: body.errors?.[0]?.extensions['code'] }).toEqual({
          status: 400,
          code: 'OPERATION_NOT_TRUSTED',
        });
      }
      expect((await app.query(undefined, { extensions: persisted(text) })).status).toBe(404);
    }
    expect(app.calls()).toEqual({ order: 0, user: 0, payment: 0, inventory: 0 });
  });

  it.each([
    [
      'an id that is not the hash',
      () => manifest([{ ...registered, id: 'abc' }]),
      'the id of Me is abc, not the SHA-256 of its body',
    ],
    ['another format', () => manifest([registered], { format: 'relay' }), 'it is no Apollo persisted query manifest'],
    ['no JSON', () => (writeFileSync(join(folder, 'text'), 'x'), join(folder, 'text')), 'it is not JSON'],
  ])('stop the start with %s', async (_, file, reason) => {
    await expect(startGraphqlApp({ env: { TRUSTED_DOCUMENTS: file() } })).rejects.toThrow(reason);
  });
});

/** Until Redis is connected there is nothing to see; there is no clock in it that a test could drive. */
async function untilKnown(isKnown: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await isKnown()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('not known after 2 s');
}
