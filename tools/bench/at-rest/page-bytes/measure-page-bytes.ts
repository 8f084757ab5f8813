import { markdownTable } from '../../../src/report/markdown-table.ts';
import { visitsOf } from '../../../src/reliability/fault-matrix/cell/visit.ts';
import { pages } from '../../../src/reliability/fault-matrix/pages/pages.ts';
import { newVisitors, supportUserId } from '../../../src/reliability/fault-matrix/visitors.ts';
import { startWholeSystem } from '../../../src/running/whole-system.ts';
import { requestToken } from '../../../src/token/token-endpoint.ts';
import type { AtRestOptions } from '../at-rest-table.ts';
import { transferred } from './transferred.ts';

const encodings = ['gzip', 'br'] as const;

/** Bytes of the body of one page. */
export interface PageBytes {
  readonly name: string;
  readonly raw: number;
  /** Undefined where the BFF sends it as it is. */
  readonly compressed: Readonly<Record<(typeof encodings)[number], number | undefined>>;
}

/** Asks for every page of every BFF as a customer of the mock data, once for each encoding. */
export async function measurePageBytes({ progress }: AtRestOptions): Promise<readonly PageBytes[]> {
  const system = await startWholeSystem({ LOG_LEVEL: 'fatal', MOCK_LATENCY_MEDIAN_MS: '0' });
  try {
    const visitor = newVisitors()();
    const issuer = system.publicUrl('user-service');
    const own = await requestToken(issuer, { userId: visitor.userId });
    const support = await requestToken(issuer, { userId: supportUserId, roles: ['support'] });
    const visits = visitsOf(pages, visitor, system.publicUrl, { own, support });
    const measured: PageBytes[] = [];
    for (const { request } of visits) {
      const bytesAs = async (accept: string): Promise<number | undefined> => {
        const { status, bytes, encoding = 'identity' } = await transferred(request, accept);
        if (status !== 200) throw new Error(`${request.name} answered ${status}`);
        return encoding === accept ? bytes : undefined;
      };
      const raw = await bytesAs('identity');
      if (raw === undefined) throw new Error(`${request.name} came compressed to a client that did not ask for it`);
      measured.push({ name: request.name, raw, compressed: { gzip: await bytesAs('gzip'), br: await bytesAs('br') } });
    }
    progress(`${measured.length} pages`);
    return measured;
  } finally {
    await system.close();
  }
}

export const renderPageBytes = (measured: readonly PageBytes[]): string =>
  [
    'Bytes of the body of each page, for one customer of the mock data and one order of theirs. "-": sent as it is, ' +
      'because it is too small to be worth compressing, or because mobile-bff, whose pages are small, compresses nothing.',
    markdownTable(
      ['page', 'raw', ...encodings],
      measured.map(({ name, raw, compressed }) => [name, raw, ...encodings.map((each) => compressed[each] ?? '-')]),
    ),
  ].join('\n\n');
