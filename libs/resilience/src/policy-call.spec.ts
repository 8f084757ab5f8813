import { isRepeatable, type Repeatability } from './policy-call.ts';

const given = (call: Repeatability): Repeatability => call;

describe('which calls may be repeated', () => {
  it('allows it for an idempotent call, and for one with an idempotency key', () => {
    expect(isRepeatable(given({ idempotent: true, retries: 1 }))).toBe(true);
    expect(isRepeatable(given({ idempotencyKey: 'order-7-capture', retries: 1 }))).toBe(true);
  });

  it('does not allow it for a write without a key, or with an empty one', () => {
    expect(isRepeatable(given({ idempotent: false }))).toBe(false);
    expect(isRepeatable(given({ idempotencyKey: '' }))).toBe(false);
  });

  it('does not compile when retries are asked for a call that must not be repeated, or when nothing is said', () => {
    // @ts-expect-error a write without a key has no retries
    given({ idempotent: false, retries: 1 });
    // @ts-expect-error not even none, as there is nothing to set
    given({ idempotent: false, retries: 0 });
    // @ts-expect-error it must be said whether a call is repeatable
    given({});
    // @ts-expect-error and by saying so it does not become repeatable
    given({ retries: 1 });
    // @ts-expect-error one or the other
    given({ idempotent: false, idempotencyKey: 'order-7-capture' });
    expect(isRepeatable({ idempotent: false })).toBe(false);
  });
});
