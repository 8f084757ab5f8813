import { type CheckedResponse, responseChecker } from './response-checker.ts';

const document = {
  openapi: '3.1.1',
  info: { title: 'Shop', version: '1' },
  paths: {
    '/orders/{orderId}': {
      get: {
        responses: {
          200: {
            headers: {
              'X-Request-Id': { $ref: '#/components/headers/RequestId' },
              'Retry-After': { schema: { type: 'integer', minimum: 1 } },
            },
            description: 'OK',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } },
          },
          304: { description: 'The same' },
          404: { $ref: '#/components/responses/NotFound' },
          '4XX': { description: 'Refused', content: { 'application/problem+json': { schema: { type: 'object' } } } },
        },
      },
    },
    '/orders/mine': { get: { responses: { 204: { description: 'None' } } } },
  },
  components: {
    headers: { RequestId: { required: true, schema: { type: 'string', pattern: '^[a-z]+$' } } },
    responses: {
      NotFound: {
        description: 'None',
        content: {
          'application/problem+json': {
            schema: {
              allOf: [
                { $ref: '#/components/schemas/Problem' },
                { type: 'object', properties: { status: { const: 404 } }, required: ['status'] },
              ],
            },
          },
        },
      },
    },
    schemas: {
      Order: {
        type: 'object',
        properties: {
          id: { type: 'string' },
          placedAt: { type: 'string', format: 'date-time' },
          customer: {
            anyOf: [{ type: 'object', properties: { name: { type: 'string' } }, required: ['name'] }, { type: 'null' }],
          },
          tags: { type: 'object', additionalProperties: { type: 'boolean' } },
        },
        required: ['id', 'customer'],
      },
      Problem: {
        type: 'object',
        properties: { status: { type: 'integer' }, code: { type: 'string' } },
        required: ['status', 'code'],
      },
    },
  },
};

const check = responseChecker(document);
const page = (body: unknown, headers: Record<string, string> = {}, status = 200): CheckedResponse => ({
  status,
  headers: { 'content-type': 'application/json', 'x-request-id': 'abc', date: 'now', ...headers },
  text: JSON.stringify(body),
});
const problem = (body: unknown): CheckedResponse => ({
  status: 404,
  headers: { 'content-type': 'application/problem+json' },
  text: JSON.stringify(body),
});

describe('an answer that is as the document has it', () => {
  it.each([
    ['a body', page({ id: '7', customer: { name: 'Ada' }, tags: { new: true } })],
    ['null where that is allowed', page({ id: '7', customer: null })],
    ['a number in a header', page({ id: '7', customer: null }, { 'retry-after': '3' })],
    [
      'parameters of the media type',
      page({ id: '7', customer: null }, { 'content-type': 'application/json; charset=utf-8' }),
    ],
    ['a response component with allOf', problem({ status: 404, code: 'X' })],
    ['no body', { status: 304, headers: {}, text: '' }],
  ])('passes: %s', (_, response) => {
    expect(check('GET', '/orders/7?x=y', response)).toEqual([]);
  });

  it('is looked up at the path itself before the pattern', () => {
    expect(check('GET', '/orders/mine', { status: 204, headers: {}, text: '' })).toEqual([]);
  });
});

describe('what is not in the document is told in words', () => {
  const whole = { id: '7', customer: null };
  it.each([
    ['a missing member', page({ id: '7' }), /^body must have required property 'customer'/],
    ['a member too many', page({ ...whole, secret: 1 }), /body must NOT have additional properties.*"secret"/],
    ['a member too many inside', page({ id: '7', customer: { name: 'A', x: 1 } }), /body\/customer .*"x"/],
    ['a member too many in a problem', problem({ status: 404, code: 'X', x: 1 }), /"x"/],
    ['a wrong type', page({ id: 7, customer: null }), /^body\/id must be string/],
    ['a bad date', page({ ...whole, placedAt: 'soon' }), /^body\/placedAt must match format "date-time"/],
    [
      'a missing header',
      { ...page(whole), headers: { 'content-type': 'application/json' } },
      /^header X-Request-Id is missing/,
    ],
    ['a bad header', page(whole, { 'x-request-id': 'A1' }), /^header X-Request-Id must match pattern/],
    ['a header too many', page(whole, { 'x-secret': '1' }), /^header x-secret is not in the document/],
    ['a header that is no number', page(whole, { 'retry-after': 'soon' }), /^header Retry-After must be integer/],
    ['another content type', page(whole, { 'content-type': 'text/html' }), /^the content type text\/html is not/],
    ['a body that is no JSON', { ...page(whole), text: '<p>' }, /^the body is not JSON/],
    ['a body where none is', { status: 304, headers: {}, text: '{}' }, /^there is a body/],
    ['a status', page(whole, {}, 500), /has no status 500/],
  ])('%s', (_, response, expected) => {
    expect(check('GET', '/orders/7', response).join('\n')).toMatch(expected);
  });

  it.each([
    ['POST', '/orders/7'],
    ['GET', '/orders'],
    ['GET', '/orders/7/lines'],
  ])('%s %s', (method, path) => {
    expect(check(method, path, page({}))).toEqual([`the document has no ${method} ${path}`]);
  });
});
