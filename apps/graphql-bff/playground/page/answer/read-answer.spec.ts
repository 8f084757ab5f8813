import { readAnswer } from './read-answer.ts';

const timeout = { code: 'DOWNSTREAM_TIMEOUT', service: 'payment', retryable: true, retryAfterMs: 2000 };

describe('an answer with data', () => {
  it('has no degraded section when nothing failed and nothing is stale', () => {
    expect(readAnswer({ data: {}, extensions: { bff: { complete: true, sections: {} } } })).toEqual({
      with: 'data',
      degraded: [],
    });
  });

  it('has every section that is degraded, with what its error and its section say, and failures first', () => {
    const answer = readAnswer({
      data: { order: { payment: null } },
      errors: [{ message: 'Late', path: ['order', 'payment'], extensions: { ...timeout, section: 'order.payment' } }],
      extensions: {
        bff: {
          sections: {
            'order.lines.product.stock': { status: 'stale', ageSeconds: 95, code: 'DOWNSTREAM_CIRCUIT_OPEN' },
            'order.payment': { status: 'failed', code: 'DOWNSTREAM_TIMEOUT', retryable: true, retryAfterMs: 2000 },
          },
        },
      },
    });
    const failed = {
      path: 'order.payment',
      is: 'failed',
      message: 'Late',
      ageSeconds: undefined,
      items: undefined,
      ...timeout,
    };
    expect(answer).toEqual({
      with: 'data',
      degraded: [failed, expect.objectContaining({ path: 'order.lines.product.stock', is: 'stale', ageSeconds: 95 })],
    });
  });

  it('has a section of a list once, with how many of its values are missing, however many errors it has', () => {
    const errorOf = (code: string) => ({ message: code, extensions: { code, section: 'orders.nodes.payment' } });
    const section = { status: 'failed', code: 'DOWNSTREAM_TIMEOUT', items: { failed: 2, stale: 1, of: 5 } };
    const { degraded } = {
      degraded: [],
      ...readAnswer({
        data: {},
        errors: [errorOf('DOWNSTREAM_TIMEOUT'), errorOf('NOT_FOUND')],
        extensions: { bff: { sections: { 'orders.nodes.payment': section } } },
      }),
    };
    expect(degraded).toMatchObject([{ message: 'DOWNSTREAM_TIMEOUT', items: { failed: 2, stale: 1, of: 5 } }]);
  });

  it('has an error that belongs to no section, at its own path', () => {
    const error = { message: 'No', path: ['orders', 'nodes', 0, 'payment'], extensions: { code: 'BAD_USER_INPUT' } };
    const { degraded } = { degraded: [], ...readAnswer({ data: {}, errors: [error] }) };
    expect(degraded).toMatchObject([{ path: 'orders.nodes[0].payment', is: 'failed', code: 'BAD_USER_INPUT' }]);
  });
});

describe('an answer without data', () => {
  it.each([
    [{ errors: [{ message: 'Too deep', extensions: { code: 'QUERY_REFUSED' } }] }, 'QUERY_REFUSED', 'Too deep'],
    [{ data: null, errors: [{ message: 'No' }] }, undefined, 'No'],
    [{ type: 'urn:x', title: 'Too busy', status: 503, code: 'OVERLOADED' }, 'OVERLOADED', 'Too busy'],
    [
      { title: 'Not valid', detail: 'body query: is missing', code: 'BAD_REQUEST' },
      'BAD_REQUEST',
      'body query: is missing',
    ],
  ])('says why: %j', (body, code, message) => {
    expect(readAnswer(body)).toEqual({ with: 'refusal', reasons: [{ code, message }] });
  });

  it.each([{}, [], null, 'text', 7, { errors: 'x' }])('that is %j is none', (body) => {
    expect(readAnswer(body)).toMatchObject({ with: 'nothing' });
  });
});
