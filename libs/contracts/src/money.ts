import { z } from 'zod';

/** An ISO 4217 code. Any three capital letters: a new currency in a service must not break its readers. */
export const currencySchema = z
  .string()
  .regex(/^[A-Z]{3}$/, 'must be a three-letter ISO 4217 code')
  .meta({ id: 'Currency', description: 'ISO 4217 code', examples: ['EUR', 'JPY', 'KWD'] });

/** An amount of one currency in its minor unit: 1290 is 12.90 EUR, 1290 JPY and 1.290 KWD. Never negative. */
export const moneySchema = z
  .object({
    amount: z.int().min(0).meta({ description: 'Integer minor units of the currency' }),
    currency: currencySchema,
  })
  .meta({
    id: 'Money',
    description: 'An amount in integer minor units',
    examples: [{ amount: 1290, currency: 'EUR' }],
  });

export type Currency = z.infer<typeof currencySchema>;
export type Money = z.infer<typeof moneySchema>;

const digitsByCurrency: ReadonlyMap<string, number> = new Map([
  ...[
    'BIF',
    'CLP',
    'DJF',
    'GNF',
    'ISK',
    'JPY',
    'KMF',
    'KRW',
    'PYG',
    'RWF',
    'UGX',
    'VND',
    'VUV',
    'XAF',
    'XOF',
    'XPF',
  ].map((code): [string, number] => [code, 0]),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code): [string, number] => [code, 3]),
]);

/** How many decimals the currency's minor unit has (ISO 4217 "exponent"): 0 for JPY, 3 for KWD, 2 for most. */
export const minorUnitDigits = (currency: Currency): number => digitsByCurrency.get(currency) ?? 2;

/** `12.90` for 1290 EUR, `1290` for 1290 JPY, `1.290` for 1290 KWD. Works on digits, so that no amount is rounded. */
export function toDecimalString({ amount, currency }: Money): string {
  const digits = minorUnitDigits(currency);
  if (digits === 0) return String(amount);
  const padded = String(amount).padStart(digits + 1, '0');
  return `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}

/**
 * The reverse of `toDecimalString`. Fewer decimals than the currency has are filled up (`12.9` EUR is 1290).
 * Undefined when the text is no plain decimal number, has more decimals than the currency, or is too large to be exact.
 */
export function moneyFromDecimal(text: string, currency: Currency): Money | undefined {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return undefined;
  const [, whole = '', fraction = ''] = match;
  const digits = minorUnitDigits(currency);
  if (fraction.length > digits) return undefined;
  const amount = Number(whole + fraction.padEnd(digits, '0'));
  return Number.isSafeInteger(amount) ? { amount, currency } : undefined;
}
