import { type StubService, reply, startStubService } from '@bff/testing';
import { type LightAnswer, LightClient } from './light-client.ts';

let stub: StubService;
let client: LightClient;
beforeEach(async () => {
  stub = await startStubService();
  client = await LightClient.open(Number(new URL(stub.url).port), 2);
});
afterEach(async () => {
  client.close();
  await stub.close();
});

const requestFor = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`;
const get = (path: string): Promise<LightAnswer> => client.send(requestFor(path), 0);
const kindOf = async (path: string): Promise<unknown> => {
  const { kind, code } = await get(path);
  return code === undefined ? kind : [kind, code];
};

it('tells pages, partial pages and problems from each other, by what a BFF says of them', async () => {
  stub.on('GET', '/whole', reply.json({ data: 'x'.repeat(200_000) }, { headers: { 'BFF-Complete': '?1' } }));
  const failed = { sections: { payment: { code: 'DOWNSTREAM_TIMEOUT' } } };
  stub.on('GET', '/partial', reply.json(failed, { headers: { 'BFF-Complete': '?0' } }));
  stub.on('GET', '/refused', reply.json({ code: 'OVERLOADED' }, { status: 503 }));
  expect(await kindOf('/whole')).toBe('whole');
  expect(await kindOf('/partial')).toEqual(['partial', 'DOWNSTREAM_TIMEOUT']);
  expect(await kindOf('/refused')).toEqual(['problem', 'OVERLOADED']);
  expect(stub.acceptedSockets).toBe(2);
});

it('waits when no connection is free, and counts that from when a request was due', async () => {
  stub.on('GET', '/whole', reply.json({}, { headers: { 'BFF-Complete': '?1' } }));
  const answers = await Promise.all(Array.from({ length: 7 }, () => get('/whole')));
  expect(answers.map(({ kind }) => kind)).toEqual(Array.from({ length: 7 }, () => 'whole'));
  expect(answers.every(({ dueAtMs, endedAtMs }) => dueAtMs === 0 && endedAtMs > 0)).toBe(true);
  expect(stub.acceptedSockets).toBe(2);
});

it('says that a connection broke, and goes on with a new one', async () => {
  stub.on('GET', '/reset', reply.reset());
  stub.on('GET', '/whole', reply.json({}, { headers: { 'BFF-Complete': '?1' } }));
  expect([await kindOf('/reset'), await kindOf('/reset'), await kindOf('/reset')]).toEqual([
    'broken',
    'broken',
    'broken',
  ]);
  expect([await kindOf('/whole'), await kindOf('/whole')]).toEqual(['whole', 'whole']);
});

it('takes replies in chunks, and judges them as it is told', async () => {
  stub.on('GET', '/chunked', (response) => {
    response.write('{"data":');
    setTimeout(() => response.end('"all of it"}'), 20);
  });
  const own = await LightClient.open(Number(new URL(stub.url).port), 1, (text) => ({
    kind: text.includes('all of it') ? 'whole' : 'problem',
    code: undefined,
  }));
  const answers = [await own.send(requestFor('/chunked'), 0), await own.send(requestFor('/chunked'), 0)];
  expect(answers.map(({ kind }) => kind)).toEqual(['whole', 'whole']);
  own.close();
});

it('hangs up on what is under way', async () => {
  stub.on('GET', '/hang', reply.hang());
  const answers = [kindOf('/hang'), kindOf('/hang')];
  while (stub.requests.length < 2) await new Promise((resolve) => setImmediate(resolve));
  client.close();
  expect(await Promise.all(answers)).toEqual(['broken', 'broken']);
  await stub.whenOpenSockets(0);
});
