import { type LegacyItem, type LegacyItemPage, legacyItemPageSchema } from '@bff/contracts';
import { type StartedService, startService } from './start-service.ts';

let service: StartedService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

async function search(query: Readonly<Record<string, string>>): Promise<LegacyItemPage> {
  const { status, body } = await service.get(`/api/v2/items/search?${new URLSearchParams(query)}`);
  expect(status).toBe(200);
  const page = legacyItemPageSchema.parse(body);
  expect(page).toEqual(body);
  return page;
}

const skusOf = (items: readonly LegacyItem[]) => items.map((item) => item.sku_code);

describe('a search', () => {
  it('for nothing gives everything, page by page, each item once', async () => {
    const pages: LegacyItemPage[] = [];
    for (let page = 1; page <= 8; page += 1) pages.push(await search({ page: String(page), page_size: '70' }));
    expect(pages.map(({ items }) => items.length)).toEqual([70, 70, 70, 70, 70, 70, 70, 10]);
    expect(new Set(pages.flatMap(({ items }) => skusOf(items))).size).toBe(500);
    expect(new Set(pages.map((page) => page.total_cnt))).toEqual(new Set([500]));
  });

  it('finds the items that have every word, in upper or lower case', async () => {
    const { items, total_cnt } = await search({ q: 'KUMO black', page_size: '100' });
    expect(total_cnt).toBeGreaterThan(0);
    for (const { item_desc, long_desc } of items) {
      expect(`${item_desc} ${long_desc}`.toLowerCase()).toMatch(/kumo.*black|black.*kumo/s);
    }
  });

  it.each([
    ['九谷焼', 'SKU-0042'],
    ['كوب', 'SKU-0041'],
    ['🧦', 'SKU-0046'],
    ['"non-stick"', 'SKU-0044'],
    // Full-width letters.
    ['ＬＥＤ', 'SKU-0043'],
  ])('for %s finds %s', async (q, sku) => {
    expect(skusOf((await search({ q })).items)).toEqual([sku]);
  });

  it('keeps to a category', async () => {
    const { items, total_cnt } = await search({ category: 'TOYS', page_size: '100' });
    expect(total_cnt).toBeGreaterThan(30);
    expect(new Set(items.map((item) => item.cat_cd))).toEqual(new Set(['TOYS']));
    expect((await search({ category: 'NOSUCH' })).total_cnt).toBe(0);
  });

  it.each(['%', '.*', '\\', "' OR 1=1", '\0'])('takes %j as words, not as a pattern', async (q) => {
    const { items } = await search({ q });
    for (const { item_desc, long_desc } of items) expect(`${item_desc} ${long_desc}`).toContain(q);
  });

  it('after the last page finds nothing more, and still says how much there is', async () => {
    await expect(search({ page: '100' })).resolves.toMatchObject({
      items: [],
      page: 100,
      page_size: 20,
      total_cnt: 500,
    });
  });
});

describe('a search by price', () => {
  it('finds what costs from one bound to the other, bounds included, in that currency', async () => {
    const { items, total_cnt } = await search({
      price_ccy: 'EUR',
      price_min: '19.9',
      price_max: '50',
      page_size: '100',
    });
    expect(total_cnt).toBeGreaterThan(10);
    for (const { price_ccy, unit_price } of items) {
      expect(price_ccy).toBe('EUR');
      expect(Number(unit_price)).toBeGreaterThanOrEqual(19.9);
      expect(Number(unit_price)).toBeLessThanOrEqual(50);
    }
    const [cheapest] = (await search({ price_ccy: 'EUR', sort_cd: 'PRC_ASC', page_size: '1' })).items;
    const price = cheapest?.unit_price ?? '';
    const exactly = await search({ price_ccy: 'EUR', price_min: price, price_max: price });
    expect(skusOf(exactly.items)).toContain(cheapest?.sku_code);
  });

  it('compares yen with yen: no decimals, and nothing converted', async () => {
    const { items } = await search({ price_ccy: 'JPY', price_max: '2000', page_size: '100' });
    expect(items.length).toBeGreaterThan(0);
    for (const { price_ccy, unit_price } of items) {
      expect(price_ccy).toBe('JPY');
      expect(Number(unit_price)).toBeLessThanOrEqual(2000);
    }
  });

  it('finds everything in a currency when it has no bounds', async () => {
    expect((await search({ price_ccy: 'KWD' })).total_cnt).toBe(44);
  });
});

describe('the order of what was found', () => {
  const all = async (sort_cd: string): Promise<LegacyItem[]> => {
    const pages = await Promise.all(
      ['1', '2', '3', '4', '5'].map((page) => search({ sort_cd, page, page_size: '100' })),
    );
    return pages.flatMap(({ items }) => items);
  };

  it.each([
    ['PRC_ASC', 1],
    ['PRC_DSC', -1],
  ])('%s goes currency by currency, and by price in each', async (code, direction) => {
    const items = await all(code);
    expect(new Set(skusOf(items)).size).toBe(500);
    const currencies = items.map((item) => item.price_ccy);
    expect(currencies).toEqual(currencies.toSorted());
    for (const [, inCurrency] of Map.groupBy(items, (item) => item.price_ccy)) {
      const prices = inCurrency.map((item) => Number(item.unit_price));
      expect(prices).toEqual(prices.toSorted((a, b) => direction * (a - b)));
    }
  });

  it('NAME goes by name, whatever script it is in, and by SKU where names are the same', async () => {
    const items = await all('NAME');
    const { compare } = new Intl.Collator('und');
    const expected = items.toSorted((a, b) => compare(a.item_desc, b.item_desc) || (a.sku_code < b.sku_code ? -1 : 1));
    expect(skusOf(items)).toEqual(skusOf(expected));
  });

  it('is by SKU unless asked otherwise', async () => {
    expect(skusOf(await all('SKU'))).toEqual(
      skusOf((await all('NAME')).toSorted((a, b) => (a.sku_code < b.sku_code ? -1 : 1))),
    );
  });
});

describe('what else could be filtered by', () => {
  it('counts every category, and adds up to all there is', async () => {
    const { cat_list } = await search({});
    expect(cat_list.map(({ cat_cd }) => cat_cd)).toEqual(['AUDIO', 'HOME', 'KITCHEN', 'OUTDOOR', 'STATIONERY', 'TOYS']);
    expect(cat_list.reduce((sum, { item_cnt }) => sum + item_cnt, 0)).toBe(500);
  });

  it('says how many another category would find, for the same words and prices', async () => {
    const filter = { q: 'kumo', price_ccy: 'EUR', price_max: '200' };
    const { cat_list } = await search({ ...filter, category: 'TOYS' });
    expect(cat_list.length).toBeGreaterThan(2);
    for (const { cat_cd, item_cnt } of cat_list) {
      expect((await search({ ...filter, category: cat_cd })).total_cnt).toBe(item_cnt);
    }
  });

  it('says from where to where another price range could go, for the same words and category', async () => {
    const filter = { q: 'kumo', category: 'AUDIO' };
    const { price_list } = await search({ ...filter, price_ccy: 'EUR', price_min: '100', price_max: '101' });
    expect(price_list.map(({ price_ccy }) => price_ccy)).toContain('EUR');
    for (const { price_ccy, min_price, max_price, item_cnt } of price_list) {
      const within = await search({ ...filter, price_ccy, price_min: min_price, price_max: max_price });
      expect(within.total_cnt).toBe(item_cnt);
      const sorted = await search({ ...filter, price_ccy, sort_cd: 'PRC_ASC', page_size: '100' });
      expect(sorted.items.at(0)?.unit_price).toBe(min_price);
      expect(sorted.items.at(-1)?.unit_price).toBe(max_price);
    }
  });

  it('is nothing when nothing is found', async () => {
    expect(await search({ q: 'no such thing at all' })).toMatchObject({ total_cnt: 0, cat_list: [], price_list: [] });
  });
});
