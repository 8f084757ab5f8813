import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describeWithPrometheus } from '@bff/testing';
import { root } from '../../src/running/running-command.ts';
import { expectations, filesIn, prometheusDir, rules } from './rule-files.ts';

const alerts = rules.filter((rule) => rule.alert !== undefined);

function promtool(...args: readonly string[]): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync('promtool', args, { encoding: 'utf8' });
  return { status, text: stdout + stderr };
}

describeWithPrometheus('promtool', () => {
  it('finds the configuration and the rules in order', () => {
    // It reads the rules as well, and counts what it has read.
    const checked = promtool('check', 'config', path.join(prometheusDir, 'prometheus.yml'));
    expect(checked).toEqual({
      status: 0,
      text: expect.stringContaining(`${filesIn('rules').length} rule files found`),
    });
    expect(promtool('check', 'rules', '--lint=all', '--lint-fatal', ...filesIn('rules'))).toMatchObject({ status: 0 });
  });

  it('sees every alert fire and hold still as its unit tests say', () => {
    const tested = promtool('test', 'rules', ...filesIn('tests'));
    expect(tested).toMatchObject({ status: 0, text: expect.stringContaining('SUCCESS') });
  });
});

describe('alerts', () => {
  it('are each tested while they fire and while they do not, and no other names are tested', () => {
    const names = alerts.map(({ alert }) => alert ?? '').toSorted();
    const tested = (fires: boolean) =>
      [...new Set(expectations.filter((test) => test.fires === fires).map((test) => test.alert))].toSorted();
    expect(tested(true)).toEqual(names);
    expect(tested(false)).toEqual(names);
  });

  it('say how urgent they are, what is wrong, and which runbook helps', () => {
    for (const { alert, labels, annotations, for: holds } of alerts) {
      expect({ alert, labels, annotations, holds }).toMatchObject({
        labels: { severity: expect.stringMatching(/^(page|ticket)$/) },
        annotations: { runbook: expect.stringMatching(/^docs\/runbooks\/[a-z-]+\.md$/) },
        holds: expect.any(String),
      });
      expect({ alert, runbook: existsSync(path.join(root, annotations?.runbook ?? '')) }).toEqual({
        alert,
        runbook: true,
      });
    }
  });
});
