import { hasToken, headersFor, withTokenOf, withoutToken } from './headers-text.ts';

const today = headersFor('today');

it('a token becomes what a person would type', () => {
  expect(JSON.parse(today)).toEqual({ Authorization: 'Bearer today' });
});

it.each([
  [today, ''],
  ['{"authorization":"Bearer x","X-Request-Id":"1"}', '{\n  "X-Request-Id": "1"\n}'],
  ['{"X-Request-Id":"1"}', '{\n  "X-Request-Id": "1"\n}'],
  ['', ''],
  ['{ "Authorization": "Bearer x" } // mine', ''],
  ['["Bearer x"]', ''],
])('of %j nothing that tells who asks is left', (text, left) => {
  expect(withoutToken(text)).toBe(left);
});

it.each([
  [today, headersFor('old'), { Authorization: 'Bearer today' }],
  [today, '', { Authorization: 'Bearer today' }],
  [today, '{"authorization":"Bearer old","X-Request-Id":"1"}', { Authorization: 'Bearer today', 'X-Request-Id': '1' }],
  ['', '{"authorization":"Bearer old","X-Request-Id":"1"}', { 'X-Request-Id': '1' }],
])('with the token of %j, %j is asked with %j', (headers, text, asked) => {
  expect(JSON.parse(withTokenOf(headers, text))).toEqual(asked);
});

it('without any token nothing is asked with', () => {
  expect(withTokenOf('', headersFor('old'))).toBe('');
});

it.each([
  [today, true],
  ['{"authorization":"Bearer x"}', true],
  ['{"Authorization":"Bearer "}', false],
  ['{"Authorization":"Bearer x"', false],
  ['{"X-Authorization":"Bearer x"}', false],
  ['', false],
])('in %j somebody asks: %s', (text, asks) => {
  expect(hasToken(text)).toBe(asks);
});
