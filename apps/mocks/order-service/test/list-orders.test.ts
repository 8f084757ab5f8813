import { type Order, type OrderPage, orderPageSchema, orderSorts, orderStatuses, problemSchema } from '@bff/contracts';
import { type DataSet, generateDataSet } from '@bff/mock-kit';
import { type StartedService, startService } from './start-service.ts';

const dataSet: DataSet = generateDataSet();
let service: StartedService;
let ofHeavyBuyer: readonly Order[];

beforeAll(async () => {
  service = await startService({}, { dataSet });
  ofHeavyBuyer = dataSet.orders().filter(({ userId }) => userId === 'usr_0002');
});
afterAll(() => service.close());

async function list(query: Readonly<Record<string, string>>): Promise<OrderPage> {
  const { status, body } = await service.get(`/orders?${new URLSearchParams({ userId: 'usr_0002', ...query })}`);
  expect(status).toBe(200);
  const page = orderPageSchema.parse(body);
  expect(page).toEqual(body);
  return page;
}

async function refused(query: Readonly<Record<string, string>>) {
  const { status, mediaType, body } = await service.get(`/orders?${new URLSearchParams(query)}`);
  expect([status, mediaType]).toEqual([400, 'application/problem+json']);
  return problemSchema.parse(body).errors?.map(({ field }) => field);
}

/** Every page, from the first to the one without a next. */
async function walk(query: Readonly<Record<string, string>>): Promise<Order[]> {
  const orders: Order[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: OrderPage = await list(cursor === '' ? query : { ...query, cursor });
    orders.push(...page.orders);
    cursor = page.nextCursor;
  }
  return orders;
}

/** Every order, going on after the `kept`th of each page by the cursor of that order. Ends once it has met too many. */
async function walkByOrder(kept: number, query: Readonly<Record<string, string>>): Promise<Order[]> {
  const orders: Order[] = [];
  let cursor: string | undefined = '';
  while (cursor !== undefined && orders.length <= ofHeavyBuyer.length) {
    const asked = { ...query, cursors: 'each' };
    const page: OrderPage = await list(cursor === '' ? asked : { ...asked, cursor });
    orders.push(...page.orders.slice(0, kept));
    cursor = page.cursors?.slice(0, kept).at(-1);
  }
  return orders;
}

const idsOf = (orders: readonly Order[]) => orders.map(({ id }) => id);

describe('a page of orders', () => {
  it('holds the latest twenty unless asked otherwise, and says how many there are', async () => {
    const page = await list({});
    expect(idsOf(page.orders)).toEqual(idsOf(ofHeavyBuyer.toReversed().slice(0, 20)));
    expect(page.totalCount).toBe(ofHeavyBuyer.length);
    expect(page.nextCursor).not.toBeNull();
  });

  it('is the last one when it holds all that is left', async () => {
    const { totalCount } = await list({ userId: 'usr_0001' });
    const page = await list({ userId: 'usr_0001', limit: String(totalCount) });
    expect(page.orders).toHaveLength(totalCount);
    expect(page.nextCursor).toBeNull();
  });

  it('is empty for a user without orders, and for one that nobody knows', async () => {
    const empty = { orders: [], nextCursor: null, totalCount: 0 };
    await expect(list({ userId: 'usr_0027' })).resolves.toEqual(empty);
    await expect(list({ userId: 'usr_9999' })).resolves.toEqual(empty);
  });

  it('never holds the orders of another user', async () => {
    expect(new Set((await walk({ limit: '100' })).map(({ userId }) => userId))).toEqual(new Set(['usr_0002']));
  });
});

describe('walking by cursor', () => {
  it.each(orderSorts.flatMap((sort) => ['7', '100'].map((limit) => [sort, limit] as const)))(
    'sorted by %s, %s at a time, meets every order exactly once and in order',
    async (sort, limit) => {
      const walked = await walk({ sort, limit });
      expect(idsOf(walked).toSorted()).toEqual(idsOf(ofHeavyBuyer).toSorted());
      const keys = walked.map((order) =>
        sort.endsWith('total') ? order.totals.total.amount : Date.parse(order.placedAt),
      );
      expect(keys).toEqual(keys.toSorted((a, b) => (sort.startsWith('-') ? b - a : a - b)));
    },
  );

  it('goes on where it was when the page size changes', async () => {
    const first = await list({ limit: '3' });
    const second = await list({ limit: '4', cursor: first.nextCursor ?? '' });
    expect(idsOf([...first.orders, ...second.orders])).toEqual(idsOf((await list({ limit: '7' })).orders));
  });
});

describe('the cursors of the orders of a page', () => {
  const userId = 'usr_0002';

  it('are there for each of them when they are asked for, and only then', async () => {
    const page = await list({ limit: '7', cursors: 'each' });
    expect(page.cursors).toHaveLength(7);
    expect(new Set(page.cursors).size).toBe(7);
    expect(await list({ limit: '7' })).toEqual({ ...page, cursors: undefined });
    expect(await list({ limit: '7' })).not.toHaveProperty('cursors');
  });

  it('end in nextCursor while there is a next page', async () => {
    const page = await list({ limit: '7', cursors: 'each' });
    expect(page.nextCursor).toEqual(page.cursors?.at(-1));
  });

  it('are there on the last page, too, and the last one leads to an empty page', async () => {
    const { totalCount } = await list({ userId: 'usr_0001' });
    const last = await list({ userId: 'usr_0001', limit: String(totalCount), cursors: 'each' });
    expect(last.nextCursor).toBeNull();
    expect(last.cursors).toHaveLength(totalCount);
    const after = await list({ userId: 'usr_0001', cursor: last.cursors?.at(-1) ?? '', cursors: 'each' });
    expect(after).toEqual({ orders: [], nextCursor: null, totalCount, cursors: [] });
  });

  it.each(orderSorts.flatMap((sort) => [100, 60].map((kept) => [sort, kept] as const)))(
    'sorted by %s, going on after %i of 100, meet every order exactly once and in order',
    async (sort, kept) => {
      expect(idsOf(await walkByOrder(kept, { sort, limit: '100' }))).toEqual(idsOf(await walk({ sort, limit: '100' })));
    },
  );

  it('are good without cursors=each, and nextCursor with it', async () => {
    const page = await list({ limit: '7', cursors: 'each' });
    const all = await list({ limit: '14' });
    const afterThird = await list({ limit: '4', cursor: page.cursors?.[2] ?? '' });
    expect(idsOf(afterThird.orders)).toEqual(idsOf(all.orders.slice(3, 7)));
    const { nextCursor } = await list({ limit: '7' });
    const second = await list({ limit: '7', cursor: nextCursor ?? '', cursors: 'each' });
    expect(idsOf(second.orders)).toEqual(idsOf(all.orders.slice(7)));
  });

  it.each([
    ['user', { userId: 'usr_0001' }],
    ['status', { userId, status: 'delivered' }],
    ['sort', { userId, sort: 'placedAt' }],
    ['time', { userId, to: '2026-01-01T00:00:00Z' }],
    ['text', { userId, q: 'a' }],
  ])('are refused with another %s than they were given for', async (_, query) => {
    const { cursors = [] } = await list({ limit: '3', cursors: 'each' });
    expect(cursors).toHaveLength(3);
    for (const cursor of cursors) expect(await refused({ ...query, cursor, cursors: 'each' })).toEqual(['cursor']);
  });
});

describe('orders that tie in what is sorted by', () => {
  const [first] = dataSet.orders();
  const tied = ['ord_b', 'ord_e', 'ord_a', 'ord_d', 'ord_c'].flatMap((id) => (first ? [{ ...first, id }] : []));

  it.each(orderSorts)('are told apart by id when sorted by %s, and none is lost between two pages', async (sort) => {
    const other = await startService({}, { dataSet: { ...dataSet, orders: () => tied } });
    try {
      const query = `userId=${first?.userId}&limit=2&sort=${sort}`;
      const ids: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const { body } = await other.get(`/orders?${query}${cursor === '' ? '' : `&cursor=${cursor}`}`);
        const page: OrderPage = orderPageSchema.parse(body);
        ids.push(...page.orders.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      const ascending = ['ord_a', 'ord_b', 'ord_c', 'ord_d', 'ord_e'];
      expect(ids).toEqual(sort.startsWith('-') ? ascending.toReversed() : ascending);
    } finally {
      await other.close();
    }
  });
});

describe('a filter', () => {
  it.each(orderStatuses)('by status %s gives those and no others', async (status) => {
    const wanted = ofHeavyBuyer.filter((order) => order.status === status);
    expect(idsOf(await walk({ status, sort: 'placedAt', limit: '50' }))).toEqual(idsOf(wanted));
  });

  it('by time takes its start in and leaves its end out', async () => {
    const [, second, third, , fifth] = ofHeavyBuyer;
    const page = await list({ from: second?.placedAt ?? '', to: fifth?.placedAt ?? '', sort: 'placedAt' });
    expect(page.orders.slice(0, 2)).toEqual([second, third]);
    expect(page.totalCount).toBe(3);
  });

  it('by words gives the orders in which every one of them occurs, in a name or in the id', async () => {
    const q = 'kumo BLACK';
    const page = await list({ q, limit: '100' });
    const wanted = ofHeavyBuyer.filter(({ lines }) => {
      const names = lines.map(({ name }) => name.toLowerCase()).join('\n');
      return names.includes('kumo') && names.includes('black');
    });
    expect(wanted.length).toBeGreaterThan(0);
    expect(idsOf(page.orders)).toEqual(idsOf(wanted.toReversed()));
    expect(page.totalCount).toBe(wanted.length);
    const [{ id } = { id: '' }] = wanted;
    expect(idsOf((await list({ q: id.toUpperCase() })).orders)).toEqual([id]);
    expect((await list({ q: `${q} nosuchword` })).totalCount).toBe(0);
  });

  it.each(['%', '.*', '\\', "' OR 1=1", '\0'])('takes %j as words, not as a pattern', async (q) => {
    for (const { id, lines } of (await list({ q })).orders) {
      expect([id, ...lines.map(({ name }) => name)].join('\n')).toContain(q);
    }
  });

  it('by words walks page by page like any other', async () => {
    const all = await walk({ q: 'kumo', limit: '100' });
    expect(idsOf(await walk({ q: 'kumo', limit: '7' }))).toEqual(idsOf(all));
  });

  it('counts what matches on all pages', async () => {
    const page = await list({ status: 'delivered', limit: '1' });
    expect(page.orders).toHaveLength(1);
    expect(page.totalCount).toBe(ofHeavyBuyer.filter(({ status }) => status === 'delivered').length);
  });
});

describe('a cursor', () => {
  const userId = 'usr_0002';

  it('is opaque: it shows neither ids nor JSON', async () => {
    const { nextCursor } = await list({});
    expect(nextCursor).toMatch(/^[\w-]{20,512}$/);
  });

  it('is refused when any one character of it was changed, and when it was cut or added to', async () => {
    const cursor = (await list({})).nextCursor ?? '';
    const forgeries = [...cursor].map(
      (letter, place) => cursor.slice(0, place) + (letter === 'A' ? 'B' : 'A') + cursor.slice(place + 1),
    );
    for (const forged of [...forgeries, cursor.slice(0, -1), `${cursor}A`, `${cursor}=`, `${cursor} `]) {
      expect(await refused({ userId, cursor: forged })).toEqual(['cursor']);
    }
  });

  it.each(['', 'x', 'null', 'e30', Buffer.from('[1,"ord_1"]').toString('base64url'), '../x', '\0'])(
    'is refused when it is %j',
    async (cursor) => expect(await refused({ userId, cursor })).toEqual(['cursor']),
  );

  it('is refused when it is longer than any that was given', async () => {
    expect(await refused({ userId, cursor: 'a'.repeat(513) })).toEqual(['cursor']);
  });

  it.each([
    ['user', { userId: 'usr_0001' }],
    ['status', { userId, status: 'delivered' }],
    ['sort', { userId, sort: 'placedAt' }],
    ['time', { userId, from: '2025-01-01T00:00:00Z' }],
    ['text', { userId, q: 'a' }],
  ])('is refused with another %s than it was given for', async (_, query) => {
    const cursor = (await list({})).nextCursor ?? '';
    expect(await refused({ ...query, cursor })).toEqual(['cursor']);
  });
});

describe('a bad query', () => {
  it('is answered with every field that is wrong, missing or not known', async () => {
    const fields = await refused({ limit: '101', status: 'lost', sort: 'id', from: 'yesterday', page: '2' });
    expect(fields?.toSorted()).toEqual(['from', 'limit', 'page', 'sort', 'status', 'userId']);
  });

  it.each([
    ['limit', { limit: '0' }],
    ['limit', { limit: '1e1' }],
    ['limit', { limit: '' }],
    ['to', { from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' }],
    ['to', { to: '2026-01-01' }],
    ['cursors', { cursors: 'all' }],
  ])('names %s in %j', async (field, query) => {
    expect(await refused({ userId: 'usr_0002', ...query })).toEqual([field]);
  });
});
