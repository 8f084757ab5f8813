import type { Knob } from '../../../../src/wire/index.ts';
import { isSimple, patchOf, proposedValue } from './proposed-value.ts';

const knob = (value: unknown): Knob => ({
  path: 'services.payment.attemptMs',
  value,
  default: null,
  source: { kind: 'default' },
  changedAt: '2026-01-01T00:00:00Z',
  description: '',
});

it.each([
  [500, ' 300 ', { value: 300 }],
  [500, '0.5', { value: 0.5 }],
  [500, '0,5', { reason: 'must be a number, with a point for decimals' }],
  [500, '', { reason: 'a value is needed' }],
  [true, 'false', { value: false }],
  [true, 'no', { reason: 'true or false' }],
])('where there is %p, "%s" is %p', (value, typed, proposed) =>
  expect(proposedValue(knob(value), typed)).toEqual(proposed),
);

it('leaves lists to the file', () =>
  expect([isSimple(knob(1)), isSimple(knob([1])), isSimple(knob(null))]).toEqual([true, false, false]));

it('makes a patch of a path', () => {
  expect(patchOf('services.payment.breaker.failureRatio', 0.3)).toEqual({
    services: { payment: { breaker: { failureRatio: 0.3 } } },
  });
  expect(patchOf('page.deadlineMs', null)).toEqual({ page: { deadlineMs: null } });
});
