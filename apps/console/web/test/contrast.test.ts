import { readFileSync } from 'node:fs';
import path from 'node:path';

const css = readFileSync(path.join(import.meta.dirname, '../page/styles/tokens.css'), 'utf8');
const colours = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

const grounds = ['ground', 'surface', 'raised'];
const fills = ['good-fill', 'warn-fill', 'bad-fill', 'held-fill'];

/** WCAG 2.2, 1.4.3: words. */
const words: readonly (readonly [string, string])[] = [
  ...['ink', 'quiet', 'accent', 'good', 'warn', 'bad', 'held'].flatMap((ink) =>
    grounds.map((on) => [ink, on] as const),
  ),
  // A row of the table, or an arrow's label, has all of these on it.
  ...fills.flatMap((on) => ['ink', 'quiet'].map((ink) => [ink, on] as const)),
  ...['good', 'warn', 'bad', 'held'].map((state) => [state, `${state}-fill`] as const),
  ['on-accent', 'accent'],
  ['on-bad', 'bad'],
];

/** 1.4.11: shapes and the edges of controls. */
const shapes: readonly (readonly [string, string])[] = [
  ...['edge', 'bar-p50', 'bar-p95', 'bar-p99'].map((shape) => [shape, 'surface'] as const),
  ['edge', 'ground'],
];

it('finds the colours', () => expect(colours.size).toBeGreaterThan(20));

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  it.each(words)('%s can be read on %s', (ink, on) => expect(contrast(ink, on, theme)).toBeGreaterThanOrEqual(4.5));
  it.each(shapes)('%s can be seen on %s', (shape, on) => expect(contrast(shape, on, theme)).toBeGreaterThanOrEqual(3));
});

function contrast(one: string, other: string, theme: 'light' | 'dark'): number {
  const [darker = 0, lighter = 0] = [one, other]
    .map((name) => luminance(colours.get(name)?.[theme] ?? ''))
    .toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Relative luminance, as WCAG defines it. */
function luminance(hex: string): number {
  const [r = NaN, g = NaN, b = NaN] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
