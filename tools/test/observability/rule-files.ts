import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { root } from '../../src/running/running-command.ts';

export const prometheusDir = path.join(root, 'tools/observability/prometheus');

const ruleSchema = z.strictObject({
  record: z.string().optional(),
  alert: z.string().optional(),
  expr: z.string(),
  for: z.string().optional(),
  labels: z.strictObject({ severity: z.enum(['page', 'ticket']) }).optional(),
  annotations: z.strictObject({ summary: z.string(), runbook: z.string() }).optional(),
});
const ruleFileSchema = z.object({ groups: z.array(z.object({ rules: z.array(ruleSchema) })) });

export type Rule = z.infer<typeof ruleSchema>;

/** Full paths of the files in a folder of the Prometheus configuration. */
export function filesIn(folder: 'rules' | 'tests'): string[] {
  const dir = path.join(prometheusDir, folder);
  return readdirSync(dir).map((file) => path.join(dir, file));
}

export const rules: readonly Rule[] = filesIn('rules').flatMap((file) =>
  ruleFileSchema.parse(parse(readFileSync(file, 'utf8'))).groups.flatMap((group) => group.rules),
);

const testFileSchema = z.object({
  tests: z.array(
    z.object({
      alert_rule_test: z
        .array(z.object({ alertname: z.string(), exp_alerts: z.array(z.unknown()).default([]) }))
        .default([]),
    }),
  ),
});

/** What the unit tests of the rules expect: for each, whether the alert fires. */
export const expectations = filesIn('tests').flatMap((file) =>
  testFileSchema
    .parse(parse(readFileSync(file, 'utf8')))
    .tests.flatMap((test) => test.alert_rule_test)
    .map((test) => ({ alert: test.alertname, fires: test.exp_alerts.length > 0 })),
);
