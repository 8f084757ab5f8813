import { HttpProblem } from '@bff/errors';
import { z } from 'zod';
import { environmentOverrides } from '../environment-overrides.ts';
import { knobForms } from '../knob-forms.ts';
import { tunedText } from './tuned-text.ts';

const breaker = z
  .strictObject({ openMs: z.int().min(1).default(5000), maxOpenMs: z.int().default(30_000) })
  .refine(({ openMs, maxOpenMs }) => openMs <= maxOpenMs, { path: ['maxOpenMs'], error: 'must not be below openMs' });
const schema = z.strictObject({
  payment: z.strictObject({ attemptMs: z.int().min(1).default(500), breaker: breaker.prefault({}) }),
  hedge: z.strictObject({ delayMs: z.int().default(10) }).default({ delayMs: 20 }),
  codes: z.array(z.string()).default(['a']),
  page: z.strictObject({ deadlineMs: z.int().min(50).max(60_000) }),
});
const text = `# Times are in ms.
payment:
  attemptMs: 300
  breaker: { openMs: 4000 }
#hedge: { delayMs: 20 }

# Stands last.
page:
  deadlineMs: 740
`;

const forms = knobForms(schema);
const tune = (patch: object, env: Record<string, string> = {}, given = text) =>
  tunedText(
    { text: given, file: 'app.yaml', schema, overrides: environmentOverrides(env) },
    forms,
    Object.fromEntries(Object.entries(patch)),
  );

function problemOf(run: () => unknown): Record<string, unknown> {
  try {
    run();
  } catch (error) {
    if (error instanceof HttpProblem) return { ...error.details };
    throw error;
  }
  throw new Error('was not refused');
}

it('changes what was asked for, and says what that was', () => {
  const { text: tuned, changes } = tune({
    payment: { breaker: { openMs: 3000 } },
    hedge: { delayMs: 30 },
    codes: ['b'],
  });
  expect(tuned).toBe(
    text
      .replace('4000', '3000')
      .replace('#hedge: { delayMs: 20 }\n', '#hedge: { delayMs: 20 }\nhedge: { delayMs: 30 }\n')
      .replace('# Stands last.', 'codes: [ b ]\n# Stands last.'),
  );
  expect(changes).toEqual([
    { path: 'payment.breaker.openMs', from: 4000, to: 3000 },
    { path: 'hedge.delayMs', from: 20, to: 30 },
    { path: 'codes', from: ['a'], to: ['b'] },
  ]);
});

it('takes a knob back to its default by null, and a group', () => {
  expect(tune({ payment: { attemptMs: null } }).text).toBe(text.replace('  attemptMs: 300\n', ''));
  const { text: tuned, changes } = tune({ payment: { breaker: null } });
  expect(tuned).toBe(text.replace('  breaker: { openMs: 4000 }\n', ''));
  expect(changes).toEqual([{ path: 'payment.breaker.openMs', from: 4000, to: 5000 }]);
});

it('leaves no empty group where none is needed, whose default might be another one', () => {
  const set = tune({ hedge: { delayMs: 30 } }).text;
  const { text: back, changes } = tune({ hedge: { delayMs: null } }, {}, set);
  expect(back).toBe(text);
  expect(changes).toEqual([{ path: 'hedge.delayMs', from: 30, to: 20 }]);
  // The payment group has to be there.
  expect(tune({ payment: { attemptMs: null, breaker: { openMs: null } } }).text).toContain('payment: {}\n');
});

describe('a group that has comments', () => {
  const withComments = text.replace(
    '  breaker: { openMs: 4000 }\n',
    '  breaker:\n    # Why not 5000.\n    openMs: 4000\n    #maxOpenMs: 30000\n',
  );
  const withoutKey = text.replace(
    '  breaker: { openMs: 4000 }\n',
    '  breaker: {}\n    # Why not 5000.\n    #maxOpenMs: 30000\n',
  );

  it.each([{ payment: { breaker: { openMs: null } } }, { payment: { breaker: null } }])('keeps them: %j', (patch) => {
    const { text: tuned, changes } = tune(patch, {}, withComments);
    expect(tuned).toBe(withoutKey);
    expect(changes).toEqual([{ path: 'payment.breaker.openMs', from: 4000, to: 5000 }]);
    // Set again it stands where people look for it.
    expect(tune({ payment: { breaker: { maxOpenMs: 6000 } } }, {}, tuned).text).toContain(
      'breaker: { maxOpenMs: 6000 }',
    );
  });

  it('goes with them when it would not come to the same without a key', () => {
    const commented = text.replace('#hedge: { delayMs: 20 }', 'hedge:\n  # Why.\n  delayMs: 30');
    expect(tune({ hedge: null }, {}, commented).changes).toEqual([{ path: 'hedge.delayMs', from: 30, to: 20 }]);
  });
});

it.each([
  {},
  { payment: {} },
  { hedge: {} },
  { payment: { attemptMs: 300 } },
  { codes: null },
  { payment: { breaker: { maxOpenMs: null } } },
])('has nothing to do for %j', (patch) => {
  expect(tune(patch)).toEqual({ text, changes: [] });
});

it('writes down what is the default already, when it is told to', () => {
  expect(tune({ codes: ['a'] })).toEqual({
    text: text.replace('# Stands last.', 'codes: [ a ]\n# Stands last.'),
    changes: [],
  });
});

describe('refuses with field and reason', () => {
  it.each([
    [
      'a knob that is not known',
      { payment: { attemtMs: 3 } },
      'payment.attemtMs',
      'is not known; known are attemptMs, breaker',
    ],
    [
      'one that is taken out',
      { payment: { attemtMs: null } },
      'payment.attemtMs',
      'is not known; known are attemptMs, breaker',
    ],
    [
      'a path for a name',
      { 'page.deadlineMs': null },
      'page.deadlineMs',
      'is not known; known are payment, hedge, codes, page',
    ],
    ['a group that is not known', { payments: {} }, 'payments', 'is not known; known are payment, hedge, codes, page'],
    ['a wrong value', { page: { deadlineMs: 5 } }, 'page.deadlineMs', 'must be an integer from 50 to 60000, was 5'],
    [
      'a text for a number',
      { page: { deadlineMs: '500' } },
      'page.deadlineMs',
      'must be an integer from 50 to 60000, was "500"',
    ],
    [
      'a group for a value',
      { page: { deadlineMs: { ms: 1 } } },
      'page.deadlineMs',
      'must be an integer from 50 to 60000, was an object',
    ],
    [
      'an empty group for a value',
      { page: { deadlineMs: {} } },
      'page.deadlineMs',
      'must be an integer from 50 to 60000, was an object',
    ],
    ['a value for a group', { payment: { breaker: 3 } }, 'payment.breaker', 'must be an object, was 3'],
    [
      'to take out what is required',
      { page: { deadlineMs: null } },
      'page.deadlineMs',
      'is missing; must be an integer from 50 to 60000',
    ],
    ['to take out a group that is required', { page: null }, 'page', 'is missing; must be an object'],
    [
      'what does not go together',
      { payment: { breaker: { maxOpenMs: 3999 } } },
      'payment.breaker.maxOpenMs',
      'must not be below openMs, was 3999',
    ],
    [
      'a prototype',
      JSON.parse('{"page":{"__proto__":{"x":1}}}'),
      'page.__proto__',
      'is not known; known are deadlineMs',
    ],
  ])('%s', (_what, patch: object, field, reason) => {
    expect(problemOf(() => tune(patch))).toMatchObject({ status: 400, errors: [{ in: 'body', field, reason }] });
  });

  it('everything that is wrong, at once', () => {
    const { errors } = problemOf(() => tune({ payment: { attemptMs: 0, x: 1 }, page: { deadlineMs: null } }));
    expect(errors).toHaveLength(3);
  });

  it('what is nested without end', () => {
    for (const [open, close] of [
      ['{"page":', '}'],
      ['[', ']'],
    ] as const) {
      const patch = JSON.parse(`{"codes":${open.repeat(2000)}1${close.repeat(2000)}}`);
      expect(problemOf(() => tune(patch))).toMatchObject({ status: 400, errors: [{ field: '(body)' }] });
    }
  });
});

describe('what the environment says', () => {
  const variable = 'SETTINGS__payment__breaker__openMs';
  const env = { [variable]: '2000' };

  it.each([
    ['by a value', { payment: { breaker: { openMs: 3000 } } }],
    ['by null', { payment: { breaker: { openMs: null } } }],
    ['with its group', { payment: { breaker: null } }],
    ['even by one that would be wrong', { payment: { breaker: { openMs: 'x' } } }],
  ])('is not to be changed %s', (_how, patch) => {
    const problem = problemOf(() => tune(patch, env));
    expect(problem).toMatchObject({ status: 409, code: 'SETTINGS_HELD' });
    expect(problem['detail']).toContain(variable);
  });

  it('does not stand in the way of what is beside it', () => {
    expect(tune({ payment: { breaker: { maxOpenMs: 2500 } } }, env).text).toContain(
      '{ openMs: 4000, maxOpenMs: 2500 }',
    );
    expect(problemOf(() => tune({ payment: { breaker: { maxOpenMs: 1999 } } }, env))).toMatchObject({
      errors: [{ reason: `must not be below openMs, was 1999 (with ${variable})` }],
    });
  });
});

it('does not touch a file that is refused as it stands', () => {
  expect(problemOf(() => tune({ page: { deadlineMs: 500 } }, {}, text.replace('300', '0')))).toMatchObject({
    status: 409,
    code: 'SETTINGS_REFUSED',
    detail: 'app.yaml:3: payment.attemptMs: must be an integer of at least 1, was 0',
  });
  expect(problemOf(() => tune({}, {}, text.slice(0, -1)))).toMatchObject({ code: 'SETTINGS_REFUSED' });
});

it('does not change one knob with another that is tied to it', () => {
  const tied = text.replace('300', '&ms 300').replace('740', '*ms');
  expect(problemOf(() => tune({ payment: { attemptMs: 400 } }, {}, tied))).toMatchObject({
    status: 409,
    code: 'SETTINGS_NOT_EDITABLE',
    detail: expect.stringContaining('payment.attemptMs'),
  });
  // The other end of it is free.
  expect(tune({ page: { deadlineMs: 500 } }, {}, tied).text).toBe(tied.replace('*ms', '500'));
});
