import { dashboards } from './dashboard-files.ts';

const twice = (values: readonly unknown[]): unknown[] => values.filter((value, at) => values.indexOf(value) !== at);

it('dashboards have uids and titles of their own', () => {
  expect(dashboards.map(({ uid }) => uid)).toEqual(['bff-pages', 'bff-process', 'bff-services']);
  expect(twice(dashboards.map(({ title }) => title))).toEqual([]);
});

describe.each(dashboards.map((dashboard) => [dashboard.title, dashboard] as const))('%s', (_title, { panels }) => {
  it('has panels with ids of their own that say what they show', () => {
    expect(twice(panels.map(({ id }) => id))).toEqual([]);
    expect(twice(panels.map(({ title }) => title))).toEqual([]);
    for (const { title, description, targets } of panels) {
      expect({ title, description }).toEqual({ title, description: expect.stringMatching(/\.$/) });
      expect(twice(targets.map(({ refId }) => refId))).toEqual([]);
    }
  });

  it('lays no panel over another or beyond the 24 columns', () => {
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, at) => `${x + (at % w)} ${y + Math.floor(at / w)}`),
    );
    expect(twice(cells)).toEqual([]);
    for (const { gridPos } of panels) expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
  });
});
