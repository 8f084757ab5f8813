import { lookedFrom } from './look-reply.ts';

describe('the reply of the look script', () => {
  it.each([
    [['none', 'mine', null, null, 0, null], { entry: undefined, lease: 'mine' }],
    [['known', 'free', '5', '7', 100, null], { entry: 'known', lease: 'free' }],
    [
      ['removed', 'free', '5', '7', 100, null],
      { entry: { version: { at: 5, tie: 7 }, payload: undefined, keepMs: 100 }, lease: 'free' },
    ],
    [
      ['value', 'taken', '5', '7', 100, 'j1'],
      { entry: { version: { at: 5, tie: 7 }, payload: 'j1', keepMs: 100 }, lease: 'taken' },
    ],
  ])('is read: %j', (reply, looked) => {
    expect(lookedFrom(reply)).toEqual(looked);
  });

  it.each([
    ['OK'],
    [null],
    [[]],
    [['value', 'free', 'x', '7', 100, 'j1']],
    [['value', 'free', '5', '7', 100, null]],
    [['none', 'x']],
  ])('is not taken for one when it is something else: %j', (reply) => {
    expect(() => lookedFrom(reply)).toThrow('another reply');
  });
});
