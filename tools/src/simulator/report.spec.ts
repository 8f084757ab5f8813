import { Counts } from './counts.ts';
import { type SimulationReport, renderSimulation, reportLines } from './report.ts';

const counts = new Counts();
counts.add('page: complete', 1200);
counts.add('breaker: closed -> open (slow-ratio)', 3);

const clean: SimulationReport = {
  seed: 7,
  schedules: 20_000,
  workers: 2,
  seconds: 10,
  counts,
  violation: undefined,
  missing: [],
};
const violation = {
  invariant: 'probes-kept',
  seed: 12,
  time: 3,
  message: 'seed 12, at 3 ms: probes-kept: one at most',
};

describe('the report in the terminal', () => {
  it('has the counts, the rate, and the verdict', () => {
    expect(reportLines(clean)).toEqual([
      '  breaker: closed -> open (slow-ratio)              3',
      '  page: complete                                1,200',
      '',
      '20,000 schedules from seed 7 in 10.0 s, 2,000 a second in 2 threads',
      'every invariant held in every schedule',
    ]);
  });

  it('says how a violation is played again', () => {
    expect(reportLines({ ...clean, violation }).slice(-2)).toEqual([
      'violated: seed 12, at 3 ms: probes-kept: one at most',
      'play it again: npm run simulate -- --seed 12 --schedules 1 --trace',
    ]);
  });

  it('says what was never reached', () => {
    expect(reportLines({ ...clean, missing: ['page: refused'] }).at(-1)).toBe('never reached: page: refused');
  });
});

describe('the section of the reliability document', () => {
  it('has one row for everything that happened, and how to run it again', () => {
    const text = renderSimulation(clean);
    expect(text).toContain('20,000 random schedules from seed 7');
    expect(text).toContain('Every invariant held in every schedule.');
    expect(text).toContain('`npm run simulate -- --schedules 20000 --seed 7`');
    expect(text).toContain('| page | complete | 1,200 |\n');
    expect(text).toContain('| breaker | closed → open (slow-ratio) | 3 |\n');
  });

  it('hides no violation', () => {
    expect(renderSimulation({ ...clean, violation })).toContain('**Violated**: seed 12');
    expect(renderSimulation({ ...clean, missing: ['page: refused'] })).toContain('**Never reached**: page: refused');
  });

  it('leaves out nothing that is counted', () => {
    const all = new Counts();
    const groups = [
      'page',
      'section',
      'loader',
      'call',
      'attempt',
      'breaker',
      'recovery',
      'operator',
      'limits',
      'wall clock',
    ];
    for (const group of groups) all.add(`${group}: something`);
    expect(renderSimulation({ ...clean, counts: all }).match(/\| something \|/g)).toHaveLength(groups.length);
  });
});
