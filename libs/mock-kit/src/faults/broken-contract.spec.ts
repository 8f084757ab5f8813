import { breakContract } from './broken-contract.ts';

describe('breakContract', () => {
  it.each([
    [
      { id: 'a', size: 1, big: true },
      { new_size: '1', big: true },
    ],
    [[{ id: 'a', at: null }], [{ new_at: null }]],
    [{ items: [] }, {}],
    [{ items: [{ id: 1, n: 2 }], next: null }, { new_next: null }],
    [[], {}],
    [{}, []],
    [12, '12'],
    [null, null],
  ])('%j becomes %j', (value, broken) => expect(breakContract(value)).toEqual(broken));
});
