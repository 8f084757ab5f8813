import { markdownTable } from '../../../src/report/markdown-table.ts';
import type { AtRestTable } from '../at-rest-table.ts';
import { type MemoryFigures, measureMemory } from './measure-memory.ts';

export const memory: AtRestTable = {
  name: 'memory',
  does: 'what each BFF holds after its start and while it answers a million pages (1 h; --requests)',
  run: async (options) => renderMemory(await measureMemory(options)),
};

export const renderMemory = (measured: readonly MemoryFigures[]): string =>
  [
    `${measured[0]?.requests.toLocaleString('en') ?? 0} order pages of 20,000 orders, answered by one process of each BFF ` +
      'as `npm run build` makes it, with the flags of the image, for 16 clients, its services a process that answers at once. Resident memory as the process tells it, after each ' +
      'twentieth of the requests; the heap after a full collection. Growth is the slope over the second half, for each ' +
      '100,000 requests.',
    markdownTable(
      ['', 'at rest', 'most', 'at the end', 'growth', 'heap at rest', 'heap at the end', 'pages a second', 'not whole'],
      measured.map(({ app, built, atRest, samples, growth, heapAfter, perSecond, notWhole }) => [
        built ? app : `${app}, from source`,
        inMb(atRest.resident),
        inMb(Math.max(...samples)),
        inMb(samples.at(-1) ?? 0),
        `${growth < 0 ? '' : '+'}${(growth / 2 ** 20).toFixed(2)} MB`,
        inMb(atRest.heap),
        inMb(heapAfter),
        Math.round(perSecond),
        notWhole,
      ]),
    ),
  ].join('\n\n');

const inMb = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;
