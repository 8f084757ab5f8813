import type { OneOrMore } from '../random.ts';

export interface Category {
  readonly code: string;
  readonly things: OneOrMore<string>;
  /** Lowest and highest price in euro cents. */
  readonly priceRange: readonly [number, number];
}

export const categories: OneOrMore<Category> = [
  {
    code: 'KITCHEN',
    things: ['Chef’s Knife', 'Espresso Cup', 'Cast-Iron Pan', 'Tea Kettle', 'Salad Bowl', 'Crème Brûlée Set'],
    priceRange: [490, 18_900],
  },
  {
    code: 'HOME',
    things: ['Table Lamp', 'Wool Blanket', 'Wall Clock', 'Linen Cushion', 'Coat Rack'],
    priceRange: [990, 24_900],
  },
  {
    code: 'OUTDOOR',
    things: ['Trail Backpack', 'Camping Stove', 'Rain Jacket', 'Headlamp', 'Two-Person Tent'],
    priceRange: [1290, 49_900],
  },
  {
    code: 'AUDIO',
    things: ['Over-Ear Headphones', 'Pocket Radio', 'Bookshelf Speaker', 'Turntable', 'USB Microphone'],
    priceRange: [1990, 89_900],
  },
  {
    code: 'STATIONERY',
    things: ['Fountain Pen', 'Dot-Grid Notebook', 'Brass Ruler', 'Ink Bottle', 'Desk Calendar'],
    priceRange: [190, 7900],
  },
  {
    code: 'TOYS',
    things: ['Wooden Train', 'Marble Run', 'Kite', 'Puzzle with 1,000 Pieces', 'Plush Fox'],
    priceRange: [590, 12_900],
  },
];

export const makers: OneOrMore<string> = [
  'Nordlys',
  'Kumo',
  'Halde & Söhne',
  'Ólafur',
  'Pinewright',
  '山田製作所',
  'Zéphyr',
];

export const finishes: OneOrMore<string> = ['Black', 'White', 'Sage Green', 'Cobalt', 'Mk II', 'Travel', 'Classic'];

/** A description is one of the first and one of the second. */
export const openings: OneOrMore<string> = [
  'Made to be repaired: every part can be ordered on its own.',
  'Tested for ten years of daily use.',
  'The second generation, with quieter hinges.',
];

export const closings: OneOrMore<string> = [
  'Ships without plastic.',
  'Weighs less than it looks.',
  'Keeps its shape from −20 to +60 °C.',
  'Comes with a cotton bag.',
];

/** Product names that break layouts and parsers, each given to one product. */
export const awkwardProductNames: ReadonlyMap<number, string> = new Map([
  [41, 'كوب شاي زجاجي بمقبض نحاسي'],
  [42, '職人手作り 九谷焼 急須「青い鳥」限定版'],
  [43, 'מנורת שולחן LED עם 3 דרגות אור'],
  [44, '12" Pan <new> & lid, 100% "non-stick"'],
  [45, `The ${'Very '.repeat(40)}Long Scarf`],
  [46, '🧦 Socks (5 pairs) 🧦'],
]);
