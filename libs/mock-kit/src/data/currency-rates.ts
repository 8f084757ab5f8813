import { minorUnitDigits, type Money } from '@bff/contracts';

/** How many units of a currency one euro is, roughly, so that prices look right. Fixed for ever, as the data are. */
const perEuro: Readonly<Record<string, number>> = {
  EUR: 1,
  USD: 1.1,
  GBP: 0.85,
  JPY: 160,
  KWD: 0.33,
  SEK: 11.4,
  ILS: 4,
  CNY: 7.8,
  AED: 4,
};

/** An amount of euro cents in another currency, rounded to its minor unit. */
export function fromEuroCents(cents: number, currency: string): Money {
  const rate = perEuro[currency];
  if (rate === undefined) throw new Error(`no rate for ${currency}`);
  return { amount: Math.round((cents / 100) * rate * 10 ** minorUnitDigits(currency)), currency };
}
