import { serviceLimitsSchema } from '@bff/resilience';
import { drawLimits } from './draw-limits.ts';
import { Draws } from './draws.ts';

it('draws nothing that the schema refuses, and leaves nothing out', () => {
  const draws = new Draws(7);
  for (let count = 0; count < 2000; count += 1) {
    const limits = drawLimits(draws);
    expect(serviceLimitsSchema.parse(limits)).toEqual(limits);
  }
});
