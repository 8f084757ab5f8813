import { clientVersionOf } from './client-version.ts';

it.each([
  ['ios/5.2.1', 'ios/5.2'],
  ['ios/5.2', 'ios/5.2'],
  ['web-shop/7', 'web-shop/7'],
  ['android/12.0.0-beta.3+77', 'android/12.0'],
])('X-Client: %s is %s', (given, version) => {
  expect(clientVersionOf({ 'x-client': given })).toBe(version);
});

it.each([
  '',
  'ios',
  'ios/',
  '/5.2',
  'IOS/5.2',
  'ios/five',
  'ios/5.2.1 evil',
  `${'a'.repeat(21)}/1`,
  'ios/12345',
  'ios/5.2.1\n',
])('%j says nothing', (given) => {
  expect(clientVersionOf({ 'x-client': given })).toBe('unknown');
});

it("reads what Apollo's clients send", () => {
  expect(clientVersionOf({ 'apollographql-client-name': 'Studio', 'apollographql-client-version': '1.4.9' })).toBe(
    'studio/1.4',
  );
  expect(clientVersionOf({ 'apollographql-client-name': 'studio' })).toBe('unknown');
});

it('says nothing of a client that says nothing', () => {
  expect(clientVersionOf({})).toBe('unknown');
});
