import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateDataSet } from '@bff/mock-kit';
import { ConfigError } from '@bff/service-shell';
import { startService } from './start-service.ts';

const paths = ['/orders/ord_12345', '/orders?userId=usr_0002&limit=100', '/orders?userId=usr_0001&sort=-total'];

/** What an instance of its own answers to each path. */
async function answersOf(env: Readonly<Record<string, string>>): Promise<unknown[]> {
  const service = await startService(env);
  try {
    return await Promise.all(paths.map(async (path) => (await service.get(path)).body));
  } finally {
    await service.close();
  }
}

describe('the data of the order service', () => {
  it('are the same in two instances, cursors included', async () => {
    const [first, second] = await Promise.all([answersOf({}), answersOf({})]);
    expect(first).toEqual(second);
  });

  it('are others with another seed', async () => {
    expect(await answersOf({ MOCK_SEED: '7' })).not.toEqual(await answersOf({}));
  });
});

describe('MOCK_DATA_DIR', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'orders-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const [order] = generateDataSet().orders();

  it('replaces the generated orders', async () => {
    writeFileSync(join(directory, 'orders.ndjson'), JSON.stringify({ ...order, id: 'ord_mine' }));
    const service = await startService({ MOCK_DATA_DIR: directory });
    try {
      await expect(service.get('/orders/ord_mine')).resolves.toMatchObject({ status: 200 });
      await expect(service.get('/orders/ord_20000')).resolves.toMatchObject({ status: 404 });
    } finally {
      await service.close();
    }
  });

  it.each([
    ['a file is missing', undefined, /orders\.ndjson: is missing$/],
    ['a line is bad', `{}\n${JSON.stringify({ ...order, status: 'lost' })}`, /orders\.ndjson:2: status: /],
  ])('stops the start when %s', async (_, content, message) => {
    if (content !== undefined) writeFileSync(join(directory, 'orders.ndjson'), content);
    const started = startService({ MOCK_DATA_DIR: directory });
    await expect(started).rejects.toBeInstanceOf(ConfigError);
    await expect(started).rejects.toThrow(message);
  });
});
