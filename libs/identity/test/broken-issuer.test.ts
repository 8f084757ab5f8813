import { type RequestListener } from 'node:http';
import { Readable } from 'node:stream';
import { createSigningKey } from '@bff/testing';
import { type Harness, createHarness, problemOf, until } from './verifier-harness.ts';

let harness: Harness;

beforeEach(async () => {
  harness = await createHarness();
});

afterEach(() => harness.close());

const answer =
  (body: string, status = 200): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body);
  };

const keySet = (...keys: object[]): string => JSON.stringify({ keys });

describe('an answer that is no key set leaves the keys at hand in use', () => {
  it.each([
    ['an error', answer(keySet(createSigningKey().publicJwk), 500)],
    ['no content', answer('', 204)],
    ['HTML', answer('<html></html>')],
    ['broken JSON', answer('{"keys":[')],
    ['null', answer('null')],
    ['a list', answer('[]')],
    ['keys that are no list', answer('{"keys":{}}')],
    ['keys that are no objects', answer('{"keys":["a",null]}')],
    ['no keys', answer(keySet())],
    [
      'only a key of a shape that does not fit',
      answer(keySet({ kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA', kid: 'a' })),
    ],
    ['only a secret', answer(keySet({ kty: 'oct', k: 'c2VjcmV0', kid: 'a', alg: 'HS256' }))],
    ['more than 64 KiB', answer(keySet({ padding: 'x'.repeat(70_000) }))],
  ])('%s', async (_what, listener) => {
    const { issuer, clock, log } = harness;
    const verifier = harness.start();
    await until(() => verifier.ready(), 'keys');
    issuer.answerWith(listener);
    clock.advance(5 * 60_000);
    await until(() => log.length === 2, 'the failed refresh');
    expect(log[1]?.level).toBe('warn');
    await expect(verifier.verify(issuer.token())).resolves.toMatchObject({ userId: 'usr_0001' });
  });
});

describe('an answer that is a trap', () => {
  it('does not lead to another address', async () => {
    const { issuer, log } = harness;
    issuer.answerWith((request, response) => {
      if (request.url === '/elsewhere') response.end(keySet(createSigningKey().publicJwk));
      else response.writeHead(302, { location: '/elsewhere' }).end();
    });
    const verifier = harness.start();
    await until(() => log.length === 1, 'the failure');
    expect(verifier.ready()).toBe(false);
    expect(issuer.jwksRequests).toBe(1);
  });

  it('does not hold the fetch for more than 2 s, even when the body trickles', async () => {
    const { issuer, clock, log } = harness;
    issuer.answerWith((_request, response) => void response.writeHead(200).write('{'));
    harness.start();
    await until(() => issuer.jwksRequests === 1, 'the request');
    clock.advance(1_999);
    await clock.settle();
    expect(log).toEqual([]);
    clock.advance(1);
    await until(() => log.length === 1, 'the failure');
  });

  it('does not fill the memory: reading ends at the limit', async () => {
    const { issuer, log } = harness;
    const endless = new Readable({ read: () => void endless.push(Buffer.alloc(16_384)) });
    issuer.answerWith((_request, response) => {
      response.on('close', () => endless.destroy());
      endless.pipe(response);
    });
    const verifier = harness.start();
    await until(() => log.length === 1 && endless.destroyed, 'the connection to be cut');
    expect(verifier.ready()).toBe(false);
  });
});

describe('a key set with odd keys', () => {
  it('has the good ones used', async () => {
    const { issuer, log } = harness;
    const { x, y } = createSigningKey().publicJwk;
    const odd = [
      { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA', kid: 'broken' },
      { kty: 'XX', kid: 'unknown type' },
      { kty: 'EC', crv: 'P-256', x, y },
      { kty: 'EC', crv: 'P-256', x, y, kid: 'for encryption', use: 'enc' },
      { kty: 'EC', crv: 'P-256', x, y, kid: 7 },
    ];
    issuer.answerWith(answer(keySet(...odd, issuer.key.publicJwk)));
    const verifier = harness.start();
    await until(() => verifier.ready(), 'keys');
    await expect(verifier.verify(issuer.token())).resolves.toBeDefined();
    expect(log.map(({ message }) => message)).toEqual(['identity keys fetched', 'identity keys that cannot be used']);
  });

  it('has two keys of one name count as none, rather than either', async () => {
    const { issuer } = harness;
    const twin = createSigningKey('ES256', issuer.key.kid);
    issuer.answerWith(answer(keySet(issuer.key.publicJwk, twin.publicJwk, createSigningKey().publicJwk)));
    const verifier = harness.start();
    await until(() => verifier.ready(), 'keys');
    expect((await problemOf(verifier.verify(issuer.token()))).details.status).toBe(401);
  });

  it('has an RSA key of less than 2048 bits left out', async () => {
    const { issuer, log } = harness;
    const { n } = createSigningKey('RS256').publicJwk;
    const short = { kty: 'RSA', kid: 'short', e: 'AQAB', n: String(n).slice(0, 171) };
    issuer.answerWith(answer(keySet(short)));
    const verifier = harness.start();
    await until(() => log.length === 1, 'the failure');
    expect(verifier.ready()).toBe(false);
  });
});
