import { VirtualClock } from '@bff/testing';
import { type MockServer, startMockServer } from './mock-server.ts';
import { rawGet } from './raw-client.ts';

const fieldsOf = (json: unknown) => {
  const errors = typeof json === 'object' && json !== null && 'errors' in json ? json.errors : [];
  return Array.isArray(errors) ? errors.map((error: { field: string }) => error.field) : [];
};

describe('the fault routes of the admin port', () => {
  let mock: MockServer;
  beforeEach(async () => {
    mock = await startMockServer({ clock: new VirtualClock({ wallTime: Date.parse('2026-03-01T12:00:00Z') }) });
  });
  afterEach(() => mock.close());

  const call = async (method: string, path: string, body?: unknown) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const reply = await fetch(`${mock.running.adminUrl}${path}`, {
      method,
      ...(body === undefined ? {} : { body: text, headers: { 'content-type': 'application/json' } }),
    });
    const content = await reply.text();
    const json: unknown = content === '' ? undefined : JSON.parse(content);
    return { status: reply.status, type: reply.headers.get('content-type') ?? '', headers: reply.headers, json };
  };

  it('sets a fault, shows it with what it did, and clears it', async () => {
    const set = await call('POST', '/faults', { kind: 'error', route: 'getOrder', forMs: 30_000 });
    expect(set).toMatchObject({ status: 201 });
    expect(set.headers.get('location')).toBe('/faults/flt_1');

    await rawGet(mock.port, '/orders/ord_1');
    expect((await call('GET', '/faults')).json).toEqual({
      faults: [
        {
          id: 'flt_1',
          kind: 'error',
          route: 'getOrder',
          options: { probability: 1, status: 503 },
          setAt: '2026-03-01T12:00:00.000Z',
          expiresAt: '2026-03-01T12:00:30.000Z',
          timesFired: 1,
          held: 0,
        },
      ],
    });

    expect((await call('DELETE', '/faults/flt_1')).status).toBe(204);
    expect((await call('GET', '/faults')).json).toEqual({ faults: [] });
  });

  it('clears all and says how many there were', async () => {
    await call('POST', '/faults', { kind: 'hang' });
    await call('POST', '/faults', { kind: 'refuse' });
    expect(await call('DELETE', '/faults')).toMatchObject({ status: 200, json: { cleared: 2 } });
    expect((await rawGet(mock.port, '/orders')).status).toBe(200);
  });

  it('answers 404 for an id that is not active', async () => {
    expect(await call('DELETE', '/faults/flt_9')).toMatchObject({ status: 404, json: { code: 'FAULT_NOT_FOUND' } });
  });

  it('names every field that it refuses', async () => {
    const refused = await call('POST', '/faults', {
      kind: 'error',
      route: 'getInvoice',
      probability: 2,
      status: 404,
      forMs: 0.5,
      colour: 'red',
    });
    expect(refused.status).toBe(400);
    expect(refused.type).toMatch(/^application\/problem\+json/);
    expect(new Set(fieldsOf(refused.json))).toEqual(new Set(['route', 'probability', 'status', 'forMs', 'colour']));
  });

  it.each([
    ['no kind', {}, ['kind']],
    ['an unknown kind', { kind: 'slow' }, ['kind']],
    ['an option of another kind', { kind: 'hang', ms: 5, status: 500 }, ['ms', 'status']],
    ['a probability of nothing', { kind: 'hang', probability: 0 }, ['probability']],
    [
      'a route or probability for the whole port',
      { kind: 'refuse', route: 'getOrder', probability: 0.5 },
      ['route', 'probability'],
    ],
    ['a list', [], ['(body)']],
    ['text that is not JSON', '{"kind":', ['(body)']],
  ])('refuses %s', async (_what, body, fields) => {
    const refused = await call('POST', '/faults', body);
    expect(refused.status).toBe(400);
    expect(fieldsOf(refused.json)).toEqual(fields);
    expect((await call('GET', '/faults')).json).toEqual({ faults: [] });
  });

  it('answers while every route hangs', async () => {
    await call('POST', '/faults', { kind: 'hang' });
    const hanging = rawGet(mock.port, '/orders', 100);
    expect((await call('GET', '/faults')).status).toBe(200);
    expect((await hanging).end).toBe('open');
  });
});
