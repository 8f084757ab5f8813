import { seededRandom } from '@bff/testing';
import type { RecordedSection } from '@bff/observability';
import { type ToldPage, tellPage } from '../../test/told-page.ts';
import { LONGEST_NAME, LastMinute, MOST_PAGES, MOST_SECTIONS, OTHER } from './last-minute.ts';

const section = (name: string, more: Partial<RecordedSection> = {}) =>
  ({ section: name, status: 'ok', startMs: 1, endMs: 20, ...more }) as const;

function fixture() {
  const minute = new LastMinute();
  const tell = (told: ToldPage) => void tellPage({ pageEnded: (record) => minute.add(record) }, told);
  return { minute, tell };
}

it('counts pages by how they ended, and sections by how and why', () => {
  const { minute, tell } = fixture();
  const failed = section('payment', { status: 'failed', code: 'DOWNSTREAM_TIMEOUT', endMs: 510 });
  tell({ sections: [section('order'), section('payment')], durationMs: 25 });
  tell({ sections: [section('order'), failed], outcome: 'degraded', durationMs: 512 });
  tell({
    sections: [section('order', { status: 'stale', code: 'DOWNSTREAM_UNAVAILABLE' }), failed],
    outcome: 'degraded',
  });
  tell({ outcome: 'refused' });
  expect(minute.report(1000)).toEqual([
    {
      page: 'order',
      budgetMs: 740,
      outcomes: { complete: 1, degraded: 2, failed: 0, refused: 1, aborted: 0 },
      durationMs: { p50: expect.closeTo(25, 0), p95: 512, p99: 512 },
      sections: [
        {
          section: 'order',
          ok: 2,
          stale: 1,
          failed: 0,
          codes: { DOWNSTREAM_UNAVAILABLE: 1 },
          startMs: { p50: 1, p95: 1, p99: 1 },
          endMs: { p50: 20, p95: 20, p99: 20 },
        },
        expect.objectContaining({ section: 'payment', ok: 1, failed: 2, codes: { DOWNSTREAM_TIMEOUT: 2 } }),
      ],
    },
  ]);
});

it.each(['aborted', 'refused'] as const)('counts a page that was %s, and nothing else of it', (outcome) => {
  const { minute, tell } = fixture();
  tell({ outcome, sections: [section('order', { status: 'failed', code: 'NOT_FOUND' })] });
  expect(minute.report(1000)).toMatchObject([
    { outcomes: { [outcome]: 1 }, durationMs: { p50: null, p95: null, p99: null }, sections: [] },
  ]);
});

it('forgets after a minute, and at most five seconds early', () => {
  const { minute, tell } = fixture();
  tell({ sections: [section('order')] });
  const counted = (nowMs: number) => minute.report(nowMs)[0]?.outcomes.complete;
  expect(counted(55_000)).toBe(1);
  expect(counted(60_001)).toBe(0);
  expect(minute.report(60_001)[0]?.sections[0]).toMatchObject({ ok: 0, endMs: { p50: null, p95: null, p99: null } });
  tell({ atMs: 60_001 });
  expect(counted(60_001)).toBe(1);
});

it('ignores what is told when its place is taken', () => {
  const { minute, tell } = fixture();
  tell({ atMs: 60_001 });
  tell({ atMs: 0 });
  expect(minute.report(60_001)[0]?.outcomes.complete).toBe(1);
});

it('never shows a page beyond what it took, though durations are counted in bins', () => {
  const { minute, tell } = fixture();
  for (let page = 0; page < 100; page += 1) tell({ durationMs: 740.2 });
  expect(minute.report(1000)[0]?.durationMs).toEqual({ p50: 740.2, p95: 740.2, p99: 740.2 });
});

it('has the quantiles of the last minute to 1.6 %, whatever the durations are like', () => {
  const random = seededRandom(7);
  for (let round = 0; round < 20; round += 1) {
    const { minute, tell } = fixture();
    const durations: number[] = [];
    for (let atMs = 0; atMs < 147_000; atMs += random() * 200) {
      const durationMs = Math.exp(random() * 9 - 1);
      tell({ atMs, durationMs });
      if (atMs + durationMs >= 90_000) durations.push(durationMs);
    }
    durations.sort((a, b) => a - b);
    const exact = (quantile: number) => durations[Math.ceil(quantile * durations.length) - 1] ?? 0;
    const { p50, p95, p99 } = minute.report(149_999)[0]?.durationMs ?? {};
    for (const [found, quantile] of [
      [p50, 0.5],
      [p95, 0.95],
      [p99, 0.99],
    ] as const) {
      expect(Math.abs((found ?? 0) - exact(quantile))).toBeLessThan(exact(quantile) * 0.016 + 0.1);
    }
  }
});

describe('however many names there are', () => {
  it('has so many and no more, and loses no count', () => {
    const { minute, tell } = fixture();
    const random = seededRandom(3);
    const told = 20_000;
    for (let page = 0; page < told; page += 1) {
      const name = `section-${Math.floor(random() * 1000)}`;
      tell({ page: `page-${Math.floor(random() * 100)}`, sections: [section(name)] });
    }
    const pages = minute.report(1000);
    expect(pages).toHaveLength(MOST_PAGES + 1);
    const sections = pages.flatMap((page) => page.sections);
    expect(sections.filter((one) => one.section !== OTHER)).toHaveLength(MOST_SECTIONS);
    expect(sections.reduce((sum, { ok }) => sum + ok, 0)).toBe(told);
    expect(pages.reduce((sum, { outcomes }) => sum + outcomes.complete, 0)).toBe(told);
  });

  it('gives the place of a section that was not heard of for a minute to a new one', () => {
    const { minute, tell } = fixture();
    const names = (nowMs: number) => minute.report(nowMs)[0]?.sections.map((one) => one.section);
    for (let name = 0; name < MOST_SECTIONS; name += 1) tell({ sections: [section(`made-up-${name}`)] });
    tell({ atMs: 30_000, sections: [section('made-up-0'), section('payment')] });
    expect(names(30_000)).not.toContain('payment');
    tell({ atMs: 65_000, sections: [section('payment')] });
    expect(names(65_000)).toEqual(['made-up-0', OTHER, 'payment']);
  });

  it('keeps no name that is too long for one', () => {
    const { minute, tell } = fixture();
    const long = 'x'.repeat(LONGEST_NAME + 1);
    tell({ page: long, sections: [section(long)] });
    expect(minute.report(0)).toMatchObject([{ page: OTHER, sections: [{ section: OTHER, ok: 1 }] }]);
  });
});
