import { ConfigError } from '@bff/service-shell';
import { z } from 'zod';
import { environmentOverrides } from './environment-overrides.ts';
import { loadSettings } from './load-settings.ts';

const openTimes = z
  .strictObject({ openMs: z.int().min(1).default(5000), maxOpenMs: z.int().default(30_000) })
  .refine(({ openMs, maxOpenMs }) => openMs <= maxOpenMs, { path: ['maxOpenMs'], error: 'must not be below openMs' });
const schema = z.strictObject({
  payment: z.strictObject({ attemptMs: z.int().min(1).max(10_000), breaker: openTimes.prefault({}) }),
  user: z.strictObject({ breaker: openTimes.prefault({}) }).prefault({}),
});

const text = `payment:
  attemptMs: 900
  breaker:
    maxOpenMs: 9000
`;

const load = (env: Record<string, string> = {}, given = text) =>
  loadSettings({ text: given, file: 'config/web.yaml', schema, overrides: environmentOverrides(env) });

function problemsOf(env: Record<string, string>, given = text): readonly string[] {
  try {
    load(env, given);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

it('puts the environment before the file before the defaults, and knows which it was', () => {
  const { values, sourceOf } = load({ SETTINGS__payment__attemptMs: '300' });
  expect(values).toMatchObject({ payment: { attemptMs: 300, breaker: { openMs: 5000, maxOpenMs: 9000 } } });
  expect(sourceOf(['payment', 'attemptMs'])).toEqual({
    kind: 'environment',
    variable: 'SETTINGS__payment__attemptMs',
  });
  expect(sourceOf(['payment', 'breaker', 'maxOpenMs'])).toEqual({ kind: 'file', line: 4 });
  expect(sourceOf(['payment', 'breaker', 'openMs'])).toEqual({ kind: 'default' });
});

it('takes from the environment what the file must say otherwise', () => {
  expect(problemsOf({}, 'payment: {}\n')).toEqual([
    'config/web.yaml:1: payment.attemptMs: is missing; must be an integer from 1 to 10000',
  ]);
  expect(load({ SETTINGS__payment__attemptMs: '300' }, 'payment: {}\n').values.payment.attemptMs).toBe(300);
});

it('gives values that nobody can change', () => {
  const { values } = load();
  expect(() => (values.payment.breaker.openMs = 1)).toThrow(TypeError);
});

it.each([
  [
    'is bad',
    { SETTINGS__payment__attemptMs: 'soon' },
    'payment.attemptMs: must be an integer from 1 to 10000, was "soon"',
  ],
  [
    'is not known',
    { SETTINGS__payment__attemtMs: '3' },
    'payment.attemtMs: is not known; known are attemptMs, breaker',
  ],
  [
    'is in a group that is not known',
    { SETTINGS__paymnt__attemptMs: '3' },
    'paymnt: is not known; known are payment, user',
  ],
  ['is in another case', { SETTINGS__PAYMENT__ATTEMPTMS: '3' }, 'PAYMENT: is not known; known are payment, user'],
  ['stands for a whole group', { SETTINGS__payment__breaker: '3' }, 'payment.breaker: must be an object, was 3'],
  ['names nothing', { SETTINGS__: '3' }, '(file): is not known; known are payment, user'],
])('names the variable when it %s', (_what, env, line) => {
  expect(problemsOf(env)).toEqual([`${Object.keys(env)[0]}: ${line}`]);
});

it('names the file, and the variable beside it, when the two do not go together', () => {
  expect(problemsOf({ SETTINGS__payment__breaker__openMs: '9001' })).toEqual([
    'config/web.yaml:4: payment.breaker.maxOpenMs: must not be below openMs, was 9000 (with SETTINGS__payment__breaker__openMs)',
  ]);
});

it.each([
  ['a key', `${text}payments: 3\n`, '5: payments: is not known; known are payment, user'],
  ['no group', 'payment: 7\n', '1: payment: must be an object, was 7'],
  ['a threshold', text.replace('9000', '0'), '4: payment.breaker.maxOpenMs: must not be below openMs, was 0'],
])('names the file alone for what it alone has wrong: %s', (_what, given, line) => {
  const env = { SETTINGS__payment__attemptMs: '300', SETTINGS__user__breaker__openMs: '1' };
  expect(problemsOf(env, given)).toEqual([`config/web.yaml:${line}`]);
});

it('refuses a file that ends in the middle of a line, which may be a valid one', () => {
  expect(problemsOf({}, text.slice(0, -2))).toEqual([
    'config/web.yaml:4: the last line must end in a line break; the file may have been cut short',
  ]);
});
