import { readTracingSettings } from './tracing-settings.ts';

const read = (env: Record<string, string>) => readTracingSettings(env, 'web-bff');
const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' };

describe('tracing is off', () => {
  it.each([
    [{}],
    [{ OTEL_SERVICE_NAME: 'web', OTEL_TRACES_SAMPLER: 'nonsense' }],
    [{ OTEL_TRACES_EXPORTER: 'none' }],
    [{ ...endpoint, OTEL_TRACES_EXPORTER: ' None ' }],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: ' ' }],
    [{ ...endpoint, OTEL_SDK_DISABLED: 'TRUE' }],
    [{ OTEL_TRACES_EXPORTER: 'otlp', OTEL_SDK_DISABLED: 'true' }],
  ])('and nothing is said with %j', (env) => {
    expect(read(env)).toEqual({ settings: undefined, problems: [] });
  });

  it.each([
    [{ OTEL_TRACES_EXPORTER: 'zipkin' }, 'OTEL_TRACES_EXPORTER'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }, 'OTEL_EXPORTER_OTLP_ENDPOINT'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://' }, 'OTEL_EXPORTER_OTLP_ENDPOINT'],
    [{ ...endpoint, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'ftp://c' }, 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'],
    [{ ...endpoint, OTEL_EXPORTER_OTLP_HEADERS: 'authorization' }, 'OTEL_EXPORTER_OTLP_HEADERS'],
    [{ ...endpoint, OTEL_EXPORTER_OTLP_HEADERS: 'a=%zz' }, 'OTEL_EXPORTER_OTLP_HEADERS'],
    [{ ...endpoint, OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'a=s3cret%0Ab' }, 'OTEL_EXPORTER_OTLP_TRACES_HEADERS'],
  ])('and one problem is told with %j', (env, variable) => {
    const { settings, problems } = read(env);
    expect(settings).toBeUndefined();
    expect(problems).toMatchObject([{ variable, instead: 'tracing stays off' }]);
    expect(JSON.stringify(problems)).not.toContain('s3cret');
  });
});

describe('tracing is on', () => {
  it.each([
    [{ OTEL_TRACES_EXPORTER: 'otlp' }, 'http://localhost:4318/v1/traces'],
    [{ OTEL_TRACES_EXPORTER: 'OTLP' }, 'http://localhost:4318/v1/traces'],
    [endpoint, 'http://collector:4318/v1/traces'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'https://c/base/?a=1' }, 'https://c/base/v1/traces?a=1'],
    [{ ...endpoint, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://t/x' }, 'http://t/x'],
    [{ ...endpoint, OTEL_SDK_DISABLED: 'false' }, 'http://collector:4318/v1/traces'],
  ])('with %j', (env, url) => {
    const { settings, problems } = read(env);
    expect(problems).toEqual([]);
    expect(settings?.collector.url).toBe(url);
  });

  it('with what the specification has for all that is not said', () => {
    expect(read(endpoint).settings).toEqual({
      collector: {
        url: 'http://collector:4318/v1/traces',
        headers: {},
        timeoutMs: 10_000,
        compression: 'none',
      },
      sampler: { name: 'parentbased_always_on', ratio: 1 },
      batch: { maxQueued: 2048, maxBatch: 512, delayMs: 5000, timeoutMs: 30_000 },
      resource: { 'service.name': 'web-bff' },
    });
  });

  it('with what is said', () => {
    const { settings, problems } = read({
      ...endpoint,
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
      OTEL_EXPORTER_OTLP_HEADERS: 'a=1, b=x%3Dy ,',
      OTEL_EXPORTER_OTLP_TIMEOUT: '5000',
      OTEL_EXPORTER_OTLP_TRACES_TIMEOUT: '700.5',
      OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip',
      OTEL_TRACES_SAMPLER: 'traceidratio',
      OTEL_TRACES_SAMPLER_ARG: '0.25',
      OTEL_BSP_SCHEDULE_DELAY: '1000',
      OTEL_BSP_EXPORT_TIMEOUT: '2000',
      OTEL_BSP_MAX_QUEUE_SIZE: '100',
      OTEL_SERVICE_NAME: 'shop',
    });
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({
      collector: { headers: { a: '1', b: 'x=y' }, timeoutMs: 700.5, compression: 'gzip' },
      sampler: { name: 'traceidratio', ratio: 0.25 },
      batch: { maxQueued: 100, maxBatch: 100, delayMs: 1000, timeoutMs: 2000 },
      resource: { 'service.name': 'shop' },
    });
  });
});

it.each([
  ['OTEL_TRACES_EXPORTER', 'zipkin', 'otlp is used'],
  ['OTEL_TRACES_EXPORTER', 'otlp,console', 'otlp is used'],
  ['OTEL_SDK_DISABLED', 'yes', 'false is used'],
  ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc', 'http/protobuf is used'],
  ['OTEL_EXPORTER_OTLP_TRACES_PROTOCOL', 'http/json', 'http/protobuf is used'],
  ['OTEL_EXPORTER_OTLP_TIMEOUT', '10s', '10000 is used'],
  ['OTEL_EXPORTER_OTLP_TIMEOUT', '0', '10000 is used'],
  ['OTEL_EXPORTER_OTLP_COMPRESSION', 'zstd', 'none is used'],
  ['OTEL_EXPORTER_OTLP_CERTIFICATE', '/no/such/file.pem', 'calls are made without it'],
  ['OTEL_TRACES_SAMPLER', 'jaeger_remote', 'parentbased_always_on is used'],
  ['OTEL_BSP_SCHEDULE_DELAY', '-1', '5000 is used'],
  ['OTEL_BSP_EXPORT_TIMEOUT', 'Infinity', '30000 is used'],
  ['OTEL_BSP_MAX_QUEUE_SIZE', '1e9', '2048 is used'],
  ['OTEL_BSP_MAX_QUEUE_SIZE', '10.5', '2048 is used'],
  ['OTEL_RESOURCE_ATTRIBUTES', 'a=1,b', 'none of its attributes is used'],
])('says of %s=%s what is done instead', (variable, text, instead) => {
  const { settings, problems } = read({ ...endpoint, [variable]: text });
  expect(problems).toEqual([{ variable, reason: expect.any(String), instead }]);
  expect(settings).toEqual(read(endpoint).settings);
});

it.each(['3', '-0.1', 'half'])('samples every trace when the ratio is %s, and says so', (ratio) => {
  const ofRatio = { ...endpoint, OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: ratio };
  const { settings, problems } = read(ofRatio);
  expect(settings?.sampler).toEqual({ name: 'parentbased_traceidratio', ratio: 1 });
  const reason = `"${ratio}" is not a number from 0 to 1`;
  expect(problems).toEqual([{ variable: 'OTEL_TRACES_SAMPLER_ARG', reason, instead: '1 is used' }]);
});

it('makes no batch larger than the queue, and says so of one that was asked for', () => {
  const { settings, problems } = read({ ...endpoint, OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '4096' });
  expect(settings?.batch).toMatchObject({ maxQueued: 2048, maxBatch: 2048 });
  expect(problems).toMatchObject([{ variable: 'OTEL_BSP_MAX_EXPORT_BATCH_SIZE', instead: '2048 is used' }]);
  const small = read({ ...endpoint, OTEL_BSP_MAX_QUEUE_SIZE: '100' });
  expect(small.settings?.batch.maxBatch).toBe(100);
  expect(small.problems).toEqual([]);
});

it('keeps what it repeats of a value short', () => {
  const { problems } = read({ ...endpoint, OTEL_TRACES_SAMPLER: 'x'.repeat(5000) });
  expect(problems[0]?.reason.length).toBeLessThan(250);
});
