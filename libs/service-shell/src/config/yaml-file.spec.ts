import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigError, parseYaml, readYamlFile } from '../index.ts';

const limits = z.strictObject({
  attemptMs: z.int().min(1).max(10_000),
  breaker: z.strictObject({ failureRatio: z.number().gt(0).max(1).default(0.5), probes: z.int().min(1).default(3) }),
});
const schema = z.strictObject({
  services: z.record(z.string(), limits),
  pages: z.array(z.string().min(1)).default([]),
});

const good = `# thresholds
services:
  order:
    attemptMs: 350
    breaker: { failureRatio: 0.4 }
`;

function problemsOf(text: string): readonly string[] {
  try {
    parseYaml(text, schema, 'config/mobile.yaml');
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

it('reads a file and fills in defaults', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yaml-'));
  const path = join(folder, 'mobile.yaml');
  writeFileSync(path, good);
  expect(readYamlFile(path, schema)).toEqual({
    services: { order: { attemptMs: 350, breaker: { failureRatio: 0.4, probes: 3 } } },
    pages: [],
  });
  rmSync(folder, { recursive: true });
});

it('names line, path, what is allowed and what was given, for everything that is wrong', () => {
  const text = `services:
  order:
    attemptMs: 350
    breaker: { failureRatio: 2 }
  user:
    attemptMs: soon
    breaker:
      probes: 0
      prubes: 1
pages: [home, 7]
page: home
`;
  expect(problemsOf(text)).toEqual([
    'config/mobile.yaml:4: services.order.breaker.failureRatio: must be a number above 0 and of at most 1, was 2',
    'config/mobile.yaml:6: services.user.attemptMs: must be an integer from 1 to 10000, was "soon"',
    'config/mobile.yaml:8: services.user.breaker.probes: must be an integer of at least 1, was 0',
    'config/mobile.yaml:9: services.user.breaker.prubes: is not known; known are failureRatio, probes',
    'config/mobile.yaml:10: pages.1: must be a text of at least 1 characters, was 7',
    'config/mobile.yaml:11: page: is not known; known are services, pages',
  ]);
});

it('points at what is around a key that is missing', () => {
  expect(problemsOf('services:\n  order:\n    attemptMs: 350\n')).toEqual([
    'config/mobile.yaml:2: services.order.breaker: is missing; must be an object',
  ]);
});

it.each([
  ['an empty file', '', /^config\/mobile\.yaml:1: \(file\): must be an object, was null$/],
  ['a list', '- a', /^config\/mobile\.yaml:1: \(file\): must be an object, was a list$/],
  ['a key given twice', `${good}services: {}\n`, /^config\/mobile\.yaml:6: Map keys must be unique$/],
  ['broken syntax', 'services: {a: [1\npages: []\n', /^config\/mobile\.yaml:\d+: [^\n]+$/],
])('refuses %s', (_what, text, expected) => {
  expect(problemsOf(text)[0]).toMatch(expected);
});

it('says which file cannot be read', () => {
  expect(() => readYamlFile('config/none.yaml', schema)).toThrow(/^config\/none\.yaml: cannot be read: ENOENT/);
});

it('takes only schemas that refuse unknown keys, at every depth', () => {
  const loose = z.strictObject({ a: z.strictObject({ b: z.array(z.object({ c: z.string() })) }) });
  expect(() => parseYaml('a: {}', loose, 'f')).toThrow('must use z.strictObject at "a.b.items"');
  expect(() => parseYaml('a: 1', z.object({ a: z.number() }), 'f')).toThrow('must use z.strictObject at "(root)"');
});
