import { openTracing } from '../src/index.ts';
import { endAttempt, runPage } from './pages.ts';
import { startTraced, stopCollectors } from './tracing.ts';

afterEach(stopCollectors);

it('sends to the path of traces, with the headers of the environment', async () => {
  const { listener, collector, close } = await startTraced({
    OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20abc,x-tenant=ours',
    OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'x-tenant=traces',
  });
  runPage(listener);
  await close();
  expect(collector.deliveries).toHaveLength(1);
  expect(collector.deliveries[0]).toMatchObject({
    path: '/v1/traces',
    headers: { 'content-type': 'application/x-protobuf', authorization: 'Bearer abc', 'x-tenant': 'traces' },
  });
});

it('takes the address of traces as it is', async () => {
  const { collector } = await startTraced();
  const endpoint = `${collector.url}/in/here?tenant=1`;
  const { listener, close } = await startTraced({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: endpoint });
  runPage(listener);
  await close();
  expect(collector.deliveries.map(({ path }) => path)).toEqual(['/in/here?tenant=1']);
});

it('can pack what it sends', async () => {
  const { listener, collector, close } = await startTraced({ OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip' });
  runPage(listener);
  await close();
  expect(collector.deliveries[0]?.headers['content-encoding']).toBe('gzip');
  expect(collector.spans()).toHaveLength(3);
});

describe('what it says of itself', () => {
  const resourceWith = async (env: Record<string, string>) => {
    const { listener, collector, close } = await startTraced(env);
    runPage(listener);
    await close();
    return collector.deliveries[0]?.batches[0];
  };

  it('is the app’s name, an id of the process and the SDK', async () => {
    const batch = await resourceWith({});
    expect(batch?.scope).toBe('@bff/tracing');
    expect(batch?.resource).toMatchObject({
      'service.name': 'web-bff',
      'service.instance.id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'telemetry.sdk.name': 'opentelemetry',
      'telemetry.sdk.language': 'nodejs',
    });
  });

  it('is what the environment says, the name by its own variable first', async () => {
    const attributes = 'deployment.environment.name=prod,service.name=a,team=web%2Cmobile,service.instance.id=pod-7';
    const batch = await resourceWith({ OTEL_RESOURCE_ATTRIBUTES: attributes });
    expect(batch?.resource).toMatchObject({
      'deployment.environment.name': 'prod',
      'service.name': 'a',
      team: 'web,mobile',
      'service.instance.id': 'pod-7',
    });
    const named = await resourceWith({ OTEL_RESOURCE_ATTRIBUTES: attributes, OTEL_SERVICE_NAME: 'b' });
    expect(named?.resource).toMatchObject({ 'service.name': 'b', 'deployment.environment.name': 'prod' });
  });
});

it('sends without being closed, after the delay of the environment', async () => {
  const { listener, collector, close } = await startTraced({ OTEL_BSP_SCHEDULE_DELAY: '10' });
  runPage(listener);
  await collector.received(1);
  expect(collector.spans()).toHaveLength(3);
  await close();
});

it('sends batches of the size of the environment, and all of them when it is closed', async () => {
  const { listener, collector, close } = await startTraced({ OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '4' });
  for (let page = 0; page < 5; page += 1) runPage(listener);
  await close();
  const sizes = collector.deliveries.map(({ batches }) => batches.flatMap(({ spans }) => spans).length);
  expect(sizes.toSorted((a, b) => b - a)).toEqual([4, 4, 4, 3]);
});

it('takes nothing more once it is closed, and closes once', async () => {
  const { listener, collector, close, warnings } = await startTraced({ OTEL_BSP_SCHEDULE_DELAY: '1' });
  runPage(listener);
  expect(close()).toBe(close());
  await close();
  endAttempt(runPage(listener), { section: 'payment' });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(collector.spans()).toHaveLength(3);
  expect(warnings()).toEqual([]);
});

it('says once where it sends to, without what is secret in the address', async () => {
  const { collector } = await startTraced();
  const { host } = new URL(collector.url);
  const { lines, text } = await startTraced({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://me:hidden@${host}/base` });
  expect(lines()).toMatchObject([
    { level: 'info', msg: 'tracing is on', collector: `http://${host}/base/v1/traces`, sampler: { ratio: 1 } },
  ]);
  expect(text()).not.toContain('hidden');
});

it('is a function of its environment alone', async () => {
  const { clock } = await startTraced();
  const logger = { warn: () => undefined } as never;
  expect(await openTracing({ app: 'web-bff', env: {}, clock, logger })).toBeUndefined();
});
