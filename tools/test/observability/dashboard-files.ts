import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { root } from '../../src/running/running-command.ts';
import type { Expression } from './unknown-names.ts';

export const grafanaDir = path.join(root, 'tools/observability/grafana');

const source = z.object({ type: z.string(), uid: z.string() });

/** The parts of a dashboard that can be wrong without Grafana. */
const dashboardSchema = z.object({
  uid: z.string(),
  title: z.string(),
  annotations: z.object({ list: z.array(z.object({ name: z.string(), datasource: source, expr: z.string() })) }),
  templating: z.object({ list: z.array(z.object({ name: z.string(), datasource: source, definition: z.string() })) }),
  panels: z.array(
    z.object({
      id: z.number(),
      title: z.string(),
      description: z.string(),
      datasource: source,
      gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
      targets: z.array(z.object({ refId: z.string(), datasource: source, expr: z.string(), legendFormat: z.string() })),
    }),
  ),
});

export type Dashboard = z.infer<typeof dashboardSchema>;

export const dashboards: readonly Dashboard[] = readdirSync(path.join(grafanaDir, 'dashboards')).map((file) =>
  dashboardSchema.parse(JSON.parse(readFileSync(path.join(grafanaDir, 'dashboards', file), 'utf8'))),
);

/** Every query of panels, variables and annotations, and whose it is: `BFF: one process / CPU`. */
export const dashboardQueries: readonly Expression[] = dashboards.flatMap(
  ({ title, panels, templating, annotations }) => [
    ...panels.flatMap((panel) => panel.targets.map(({ expr }) => ({ where: `${title} / ${panel.title}`, expr }))),
    ...templating.list.map(({ name, definition }) => ({ where: `${title} / $${name}`, expr: valuesOf(definition) })),
    ...annotations.list.map(({ name, expr }) => ({ where: `${title} / ${name}`, expr })),
  ],
);

/** PromQL for `label_values(up{job="bff"}, app)`, which is Grafana's own. */
function valuesOf(definition: string): string {
  const [, selector = definition, label = ''] = /^label_values\((.*), (\w+)\)$/.exec(definition) ?? [];
  return `count by (${label}) (${selector})`;
}

/** Puts values in for Grafana's variables: all of what can be chosen, and the window that the test has. */
export function filledIn(expr: string, { app, window }: { app: string; window: string }): string {
  return expr
    .replaceAll('$__rate_interval', window)
    .replaceAll('=~"$app"', '=~".*"')
    .replaceAll('="$app"', `="${app}"`)
    .replaceAll(/"\$(service|instance)"/g, '".*"');
}
