import { headerValue } from './header-value.ts';

describe('headerValue', () => {
  it.each(['req-1', 'tab\there', 'Latin-1: \u00fc', ''])('passes %j on', (value) => {
    expect(headerValue('x-request-id', value)).toBe(value);
  });

  it.each(['a\r\nx-admin: 1', 'a\nb', 'a\rb', 'a\0b', '\u007f', 'snow\u2603', '\ud83d\ude00'])(
    'refuses %j',
    (value) => {
      expect(() => headerValue('x-request-id', value)).toThrow(TypeError);
    },
  );

  it('does not repeat the value in the error', () => {
    expect(() => headerValue('authorization', 'Bearer secret\n')).toThrow(
      new TypeError('the value for the header authorization has characters that are not allowed'),
    );
  });
});
