import { minorUnitDigits, moneyFromDecimal, moneySchema, toDecimalString } from './money.ts';

describe('a decimal amount', () => {
  it.each([
    [{ amount: 1290, currency: 'EUR' }, '12.90'],
    [{ amount: 5, currency: 'EUR' }, '0.05'],
    [{ amount: 0, currency: 'USD' }, '0.00'],
    [{ amount: 1290, currency: 'JPY' }, '1290'],
    [{ amount: 1290, currency: 'KWD' }, '1.290'],
    [{ amount: 7, currency: 'KWD' }, '0.007'],
  ])('of %j is %s, and back', (money, text) => {
    expect(toDecimalString(money)).toBe(text);
    expect(moneyFromDecimal(text, money.currency)).toEqual(money);
  });

  it('may have fewer decimals than its currency', () => {
    expect(moneyFromDecimal('12.9', 'EUR')).toEqual({ amount: 1290, currency: 'EUR' });
    expect(moneyFromDecimal('12', 'KWD')).toEqual({ amount: 12_000, currency: 'KWD' });
  });

  it.each([
    ['12.905', 'EUR'],
    ['12.5', 'JPY'],
    ['-1.00', 'EUR'],
    ['1e3', 'EUR'],
    ['', 'EUR'],
    ['12.', 'EUR'],
    [' 12', 'EUR'],
    ['99999999999999999', 'EUR'],
  ])('%j of %s is refused rather than rounded', (text, currency) => {
    expect(moneyFromDecimal(text, currency)).toBeUndefined();
  });

  it('has two decimals in a currency nobody listed', () => expect(minorUnitDigits('XYZ')).toBe(2));
});

describe('money', () => {
  it.each([
    { amount: 1.5, currency: 'EUR' },
    { amount: -1, currency: 'EUR' },
    { amount: 1, currency: 'eur' },
    { amount: '1', currency: 'EUR' },
  ])('%j is refused', (money) => expect(moneySchema.safeParse(money).success).toBe(false));
});
