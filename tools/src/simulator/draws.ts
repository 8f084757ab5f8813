import { seededRandom } from '@bff/testing';

/**
 * Random draws that are the same for the same seed, so that a failing schedule can be played again. Everything
 * random in a schedule comes from here.
 */
export class Draws {
  /** Even in [0, 1). */
  readonly random: () => number;

  constructor(seed: number) {
    // Schedules have consecutive seeds; spread, so that they have nothing in common.
    this.random = seededRandom(Math.imul(seed ^ (seed >>> 16), 0x9e37_79b1));
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  /** A whole number, both ends included. Whole numbers make things fall on the same instant. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.random() * (most - least + 1));
  }

  pick<const T>(choices: readonly [T, ...T[]]): T {
    return choices[Math.floor(this.random() * choices.length)] ?? choices[0];
  }

  /** One of the kinds, each as likely as its weight says. */
  weighted<Kind extends string>(weights: Readonly<Partial<Record<Kind, number>>>): Kind {
    const entries = Object.entries(weights) as [Kind, number][];
    let left = this.random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [kind, weight] of entries) {
      left -= weight;
      if (left < 0) return kind;
    }
    const [last] = entries.at(-1) ?? [];
    if (last === undefined) throw new RangeError('nothing to draw from');
    return last;
  }
}
