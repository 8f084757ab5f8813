import {
  type Blame,
  ClientGone,
  DeadlineExceeded,
  PageSettled,
  type SectionCode,
  sectionCodes,
  ShuttingDown,
} from '@bff/errors';
import { failure } from '../test/policy-fixture.ts';
import { type Verdict, verdictOn } from './verdict.ts';

describe('what an outcome says of the service', () => {
  const table: Record<SectionCode, Verdict> = {
    DOWNSTREAM_TIMEOUT: 'failure',
    DOWNSTREAM_UNAVAILABLE: 'failure',
    DOWNSTREAM_BAD_RESPONSE: 'failure',
    NOT_FOUND: 'success',
    FORBIDDEN: 'success',
    DOWNSTREAM_CIRCUIT_OPEN: 'neutral',
    DOWNSTREAM_OVERLOADED: 'neutral',
    DOWNSTREAM_RATE_LIMITED: 'neutral',
    BUDGET_EXHAUSTED: 'neutral',
  };

  it.each(sectionCodes)('%s', (code) => {
    expect(verdictOn(failure(code))).toBe(table[code]);
  });

  it.each<[Blame, Verdict]>([
    ['service', 'failure'],
    ['request', 'success'],
    ['none', 'neutral'],
  ])('a bad response that blames %s is a %s', (blame, verdict) => {
    expect(verdictOn(failure('DOWNSTREAM_BAD_RESPONSE', { blame }))).toBe(verdict);
  });

  it.each([new ClientGone(), new PageSettled(), new ShuttingDown(), new DeadlineExceeded(), new TypeError('a bug')])(
    'nothing, when the call ended with $name',
    (reason) => {
      expect(verdictOn(reason)).toBe('neutral');
    },
  );
});
