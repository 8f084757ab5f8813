import type { KnownMetrics } from './known-metrics.ts';
import { groupingLabelsOf, selectorsOf } from './promql-selectors.ts';

/** An expression and whose it is: an alert, a recorded metric, a panel. */
export interface Expression {
  readonly where: string;
  readonly expr: string;
}

/** What an expression reads or groups by and nobody has, in words. */
export function unknownNames({ where, expr }: Expression, known: KnownMetrics): string[] {
  const selectors = selectorsOf(expr);
  const labelsOf = (metric: string): ReadonlySet<string> => known.get(metric) ?? new Set();
  const labels = new Set(selectors.flatMap(({ metric }) => [...labelsOf(metric)]));
  return [
    ...selectors.filter(({ metric }) => !known.has(metric)).map(({ metric }) => `${where}: no metric ${metric}`),
    ...selectors.flatMap(({ metric, matchers }) =>
      matchers
        .filter(({ label }) => !labelsOf(metric).has(label))
        .map(({ label }) => `${where}: ${metric} has no label ${label}`),
    ),
    ...groupingLabelsOf(expr)
      .filter((label) => !labels.has(label))
      .map((label) => `${where}: nothing has the label ${label}`),
  ];
}
