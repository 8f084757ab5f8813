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
    await expect(search({ page: '100' })).resolves.toEqual({ items: [], page: 100, page_size: 20, total_cnt: 500 });
  });
});
