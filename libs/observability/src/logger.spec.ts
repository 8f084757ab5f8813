import { createLogSink, createLogger } from './index.ts';

const secret = 'eyJhbGciOiJSUzI1NiJ9.c2VjcmV0';

function loggerAndSink() {
  const sink = createLogSink();
  return { sink, log: createLogger({ app: 'test-app', level: 'trace', destination: sink }) };
}

it('writes level as a word, time as ISO 8601 UTC and the app, and nothing about the machine', () => {
  const sink = createLogSink();
  const clock = { now: () => 0, wallTime: () => 86_400_000, setTimer: () => ({ cancel: () => {} }) };
  createLogger({ app: 'test-app', destination: sink, clock }).info({ orderId: 'ord_1' }, 'found');
  expect(sink.lines()).toEqual([
    { level: 'info', time: '1970-01-02T00:00:00.000Z', app: 'test-app', orderId: 'ord_1', msg: 'found' },
  ]);
});

it('takes the time from the system when given no clock', () => {
  const { log, sink } = loggerAndSink();
  log.info('now');
  expect(String(sink.lines()[0]?.['time'])).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

it('writes nothing below its level', () => {
  const sink = createLogSink();
  const log = createLogger({ app: 'test-app', level: 'warn', destination: sink });
  log.info('quiet');
  log.warn('loud');
  expect(sink.lines().map((line) => line['msg'])).toEqual(['loud']);
});

describe('secrets', () => {
  const objects: [string, Record<string, unknown>][] = [
    ['by their name', { authorization: `Bearer ${secret}` }],
    ['whatever the case', { Authorization: secret, 'X-API-Key': secret, Password: secret }],
    ['of cookies', { cookie: secret, 'set-cookie': [secret] }],
    ['in headers', { headers: { authorization: secret, accept: 'x' } }],
    ['in the configuration of a call', { config: { headers: { Authorization: secret }, url: '/x' } }],
    ['deep inside', { a: { b: [{ access_token: secret }] } }],
    ['of an object that serialises itself', { headers: { toJSON: () => ({ Authorization: secret }) } }],
    ['in an error', { err: Object.assign(new Error('failed'), { config: { headers: { authorization: secret } } }) }],
    ['in an error under another name', { problem: Object.assign(new Error('failed'), { request: { token: secret } }) }],
    ['in what an error quotes', { err: new Error(`sent Authorization: Bearer ${secret}`) }],
    ['in a thrown object', { err: { response: { headers: { 'set-cookie': secret } } } }],
  ];

  it.each(objects)('are taken out of a line, %s', (_where, fields) => {
    const { log, sink } = loggerAndSink();
    log.error(fields, 'line');
    expect(sink.lines()).toHaveLength(1);
    expect(sink.text()).not.toContain(secret);
  });

  it.each([
    ['a token', { token: secret }],
    ['headers', { headers: { Authorization: secret } }],
    ['a request', { req: { headers: { cookie: secret } } }],
    ['an error', { err: Object.assign(new Error('x'), { config: { headers: { authorization: secret } } }) }],
  ])('are taken out of what a child logger binds: %s', (_what, bindings) => {
    const { log, sink } = loggerAndSink();
    log.child(bindings).info('line');
    expect(sink.lines()).toHaveLength(1);
    expect(sink.text()).not.toContain(secret);
  });

  it('leave what stands beside them', () => {
    const { log, sink } = loggerAndSink();
    log.info({ headers: { authorization: secret, accept: 'text/html' }, at: new Date(0), list: [1, null] });
    expect(sink.lines()[0]).toMatchObject({
      headers: { authorization: '[redacted]', accept: 'text/html' },
      at: '1970-01-01T00:00:00.000Z',
      list: [1, null],
    });
  });
});

it('cuts off what has a cycle or is too large', () => {
  const { log, sink } = loggerAndSink();
  const circle: Record<string, unknown> = { name: 'circle' };
  circle['self'] = circle;
  const wide = Array.from({ length: 10_000 }, () => ({ a: {} }));
  log.info({ circle, wide }, 'line');
  expect(sink.lines()[0]).toMatchObject({ circle: { name: 'circle' }, msg: 'line' });
  expect(sink.text().length).toBeLessThan(10_000);
});

it('writes its line also when a field cannot be read', () => {
  const { log, sink } = loggerAndSink();
  const throwing = {
    toJSON: () => {
      throw new Error('no');
    },
  };
  log.info({ throwing }, 'line');
  log.child({ config: throwing }).info('line');
  expect(sink.lines().map((line) => line['msg'])).toEqual(['line', 'line']);
});
