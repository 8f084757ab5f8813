import { type GraphqlApp, startGraphqlApp, wholeOrder } from './graphql-app.ts';

let app: GraphqlApp;
beforeAll(async () => {
  app = await startGraphqlApp({ env: { INTROSPECTION: 'on' } });
});
afterAll(() => app.close());

const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');
const nested = (depth: number): string => `${'lines { product { '.repeat(depth)}name${' } }'.repeat(depth)}`;

/** Fragments that double what they hold, thirty times over. */
const bomb = `{ orders { nodes { ...f0 } } } ${times(30, (at) => `fragment f${at} on Order { ...f${at + 1} again: customer { ...c } ...f${at + 1} }`)}
  fragment f30 on Order { id } fragment c on Customer { name }`;
const deepIntrospection = `{ __schema { types { ${'fields { type { '.repeat(40)}name${' } }'.repeat(40)} } } }`;

const hostile: [string, string, number, string][] = [
  ['10,000 aliases', `{ ${times(10_000, (at) => `a${at}: __typename`)} }`, 413, 'CONTENT_TOO_LARGE'],
  ['2,000 aliases', `{ ${times(2000, (at) => `a${at}: __typename`)} }`, 400, 'QUERY_REFUSED'],
  ['100 aliases', `{ viewer { ${times(100, (at) => `a${at}: id`)} } }`, 400, 'QUERY_REFUSED'],
  ['depth 500', `{ order(id: "ord_1") { ${nested(250)} } }`, 400, 'QUERY_REFUSED'],
  ['depth 30', `{ order(id: "ord_1") { ${nested(15)} } }`, 400, 'QUERY_REFUSED'],
  [
    'a fragment cycle',
    '{ viewer { ...a } } fragment a on Viewer { ...b } fragment b on Viewer { ...a }',
    422,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['fragments that double each other', bomb, 400, 'QUERY_REFUSED'],
  [
    'lists within lists, many times',
    `{ ${times(8, (at) => `o${at}: orders(first: 50) { nodes { lines { product { name images { url } stock { warehouses { available } } } } } }`)} }`,
    400,
    'QUERY_REFUSED',
  ],
  ['1 MB of tokens', `{ ${'__typename '.repeat(95_000)} }`, 413, 'CONTENT_TOO_LARGE'],
  ['60 KB of tokens', `{ ${'a '.repeat(30_000)} }`, 400, 'QUERY_REFUSED'],
  ['5,000 times one field', `{ viewer { ${'id '.repeat(5000)} } }`, 400, 'QUERY_REFUSED'],
  ['700 times one field', `{ viewer { ${'id '.repeat(700)} } }`, 200, ''],
  ['1,000 directives', `{ viewer { id ${'@include(if: true) '.repeat(1000)} } }`, 400, 'QUERY_REFUSED'],
  ['100 directives', `{ viewer { id ${'@skip(if: false) '.repeat(100)} } }`, 400, 'QUERY_REFUSED'],
  ['20 root fields', `{ ${times(20, (at) => `o${at}: order(id: "ord_${at}") { id }`)} }`, 400, 'QUERY_REFUSED'],
  ['introspection without an end', deepIntrospection, 400, 'QUERY_REFUSED'],
];

describe('a hostile query is refused, and no service hears of it', () => {
  it.each(hostile)('%s', async (_, query, status, code) => {
    const calls = app.calls();
    const { status: answered, body } = await app.query(query);
    const told = body.errors?.[0]?.extensions['code'] ?? (body as { code?: string }).code ?? '';
    expect({ status: answered, code: told }).toEqual({ status, code });
    expect(body.data === undefined).toBe(status !== 200);
    expect(app.calls()).toEqual(calls);
  });

  it('a list that its variables make too large', async () => {
    const query = `query ($first: PageSize!) { ${times(10, (at) => `o${at}: orders(first: $first) { nodes { lines { product { name stock { available } } } } }`)} }`;
    const calls = app.calls();
    const { status, body } = await app.query(query, { variables: { first: 50 } });
    expect({ status, extensions: body.errors?.[0]?.extensions }).toMatchObject({
      status: 400,
      extensions: { code: 'QUERY_REFUSED', limit: 'cost' },
    });
    expect(app.calls()).toEqual(calls);
    expect((await app.query(query, { variables: { first: 1 } })).status).toBe(200);
  });

  it('a batch of many', async () => {
    const response = await fetch(`${app.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...app.bearer() },
      body: JSON.stringify(Array.from({ length: 500 }, () => ({ query: '{ viewer { id } }' }))),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'QUERY_REFUSED' } }] });
  });

  it('says what the limit is and what was found', async () => {
    const { body } = await app.query(`{ order(id: "ord_1") { ${nested(15)} } }`);
    expect(body.errors?.[0]).toMatchObject({
      message: 'The query is 32 levels deep; at most 20 are allowed.',
      extensions: { code: 'QUERY_REFUSED', limit: 'depth', allowed: 20, found: 32 },
    });
  });
});

it('lets through what a front end asks for', async () => {
  const { status, body } = await app.query(wholeOrder);
  expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined });
});
