import { renderListCalls } from './list-calls/list-calls.ts';
import { renderMemory } from './memory/memory.ts';
import { renderPageBytes } from './page-bytes/measure-page-bytes.ts';
import { renderStartUp } from './start-up/measure-start-up.ts';

const MB = 2 ** 20;

it('shows the median and the slowest start, and what was not built', () => {
  const text = renderStartUp({
    apps: [{ name: 'mobile-bff', source: [500, 410, 900], bundle: undefined }],
    npmStart: [3000, 3300, 3100],
  });
  expect(text).toContain('Median of 3 starts');
  expect(text).toContain('| mobile-bff | 0.50 s | 0.90 s | - | - |');
  expect(text).toContain('| `npm start`, all ready | 3.10 s | 3.30 s | - | - |');
});

it('shows how the calls of a list grow with it, by service', () => {
  const web = { app: 'web-bff' } as const;
  const text = renderListCalls([
    { ...web, orders: 1, calls: { order: 1, user: 0, payment: 1, inventory: 1 } },
    { ...web, orders: 50, calls: { order: 1, user: 0, payment: 2, inventory: 3 } },
  ]);
  expect(text).toContain('| orders in the list | 1 | 50 |');
  expect(text).toContain('| web-bff: inventory | 1 | 3 |\n| web-bff: all | 3 | 6 |');
  expect(text).not.toContain('user');
});

it('tells what was compressed from what was too small', () => {
  const text = renderPageBytes([{ name: 'mobile-bff order', raw: 900, compressed: { gzip: 400, br: undefined } }]);
  expect(text).toContain('| mobile-bff order | 900 | 400 | - |');
});

it('shows the most that was held, and how fast that grew', () => {
  const text = renderMemory([
    {
      app: 'mobile-bff',
      built: true,
      requests: 1_000_000,
      notWhole: 2,
      perSecond: 812.4,
      atRest: { resident: 80 * MB, heap: 20 * MB },
      samples: [100 * MB, 130 * MB, 120 * MB],
      heapAfter: 40 * MB,
      growth: -0.25 * MB,
    },
  ]);
  expect(text).toContain('1,000,000 order pages');
  expect(text).toContain('| mobile-bff | 80 MB | 130 MB | 120 MB | -0.25 MB | 20 MB | 40 MB | 812 | 2 |');
});
