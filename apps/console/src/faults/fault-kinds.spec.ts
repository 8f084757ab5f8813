import { faultKinds as ofTheMocks } from '@bff/mock-kit';
import { faultKinds } from './fault-kinds.ts';

it('has every kind that the mocks have, in their words', () => {
  expect(faultKinds).toEqual(Object.entries(ofTheMocks).map(([kind, description]) => ({ kind, ...description })));
});
