/** Numbers as people read them. A dash where there is none. Units follow a narrow no-break space. */
const gap = '\u202F';
const none = '–';

const round = (value: number, digits: number): string =>
  value.toLocaleString('en-GB', { maximumFractionDigits: digits, minimumFractionDigits: 0 });

/** `0.4`, `12`, `1,200`: two digits are enough to act on. */
export const rate = (perSecond: number | null | undefined): string =>
  perSecond === null || perSecond === undefined
    ? none
    : `${round(perSecond, perSecond < 9.95 && perSecond > 0 ? 1 : 0)}/s`;

export function ms(value: number | null | undefined): string {
  if (value === null || value === undefined) return none;
  if (value >= 10_000) return `${round(value / 1000, 0)}${gap}s`;
  if (value >= 1000) return `${round(value / 1000, 1)}${gap}s`;
  return `${round(value, value < 9.95 ? 1 : 0)}${gap}ms`;
}

/** `0 %` is nothing at all, and `100 %` everything: what is near to it is said so. */
export function share(value: number | null | undefined): string {
  if (value === null || value === undefined) return none;
  if (value > 0 && value < 0.001) return `<0.1${gap}%`;
  if (value < 1 && value > 0.995) return `>99${gap}%`;
  return `${round(value * 100, value > 0 && value < 0.0995 ? 1 : 0)}${gap}%`;
}

export const count = (value: number): string => round(value, 0);

export function bytes(value: number): string {
  if (value >= 1024 * 1024) return `${round(value / 1024 / 1024, 1)}${gap}MiB`;
  return value >= 1024 ? `${round(value / 1024, 0)}${gap}KiB` : `${value}${gap}B`;
}
