import { duration } from './durations.ts';
import { bytes, ms, rate, share } from './figures.ts';

const plain = (text: string) => text.replaceAll('\u202F', ' ');

it.each([
  [0, '0 s'],
  [-5, '0 s'],
  [59_999, '59 s'],
  [60_000, '1 min'],
  [185_000, '3 min 5 s'],
  [7_440_000, '2 h 4 min'],
  [266_400_000, '3 d 2 h'],
])('%i ms are %s', (value, text) => expect(plain(duration(value))).toBe(text));

it.each([
  [null, '–'],
  [0, '0 %'],
  [0.0004, '<0.1 %'],
  [0.052, '5.2 %'],
  [0.0996, '10 %'],
  [0.41, '41 %'],
  [0.999, '>99 %'],
  [1, '100 %'],
])('a share of %p is %s', (value, text) => expect(plain(share(value))).toBe(text));

it('says figures with as many digits as one acts on', () => {
  expect([rate(0), rate(0.44), rate(12.4), rate(1200), rate(undefined)]).toEqual([
    '0/s',
    '0.4/s',
    '12/s',
    '1,200/s',
    '–',
  ]);
  expect([ms(3.14), ms(31.4), ms(1540), ms(61_000)].map(plain)).toEqual(['3.1 ms', '31 ms', '1.5 s', '61 s']);
  expect([bytes(12), bytes(20_480), bytes(16_777_216)].map(plain)).toEqual(['12 B', '20 KiB', '16 MiB']);
});
