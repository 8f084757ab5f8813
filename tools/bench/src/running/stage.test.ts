import { measureStretch } from '../speed/stretch.ts';
import { races } from '../races.ts';
import { checkSamePage, differing } from './same-page.ts';
import { setStage } from './stage.ts';

const [rest] = races;
if (rest === undefined) throw new Error('there are no races');
// One of ours is enough: the others are the same process.
const contenders = rest.contenders.filter(({ name }) =>
  ['bare', 'fastify-undici', 'express-axios', 'ours'].includes(name),
);

it('has all contenders send the same page for the same calls, and sees what they use', async () => {
  expect(contenders).toHaveLength(4);
  const stage = await setStage(contenders);
  try {
    await checkSamePage(stage.running, stage.driver);
    for (const one of stage.running) {
      const stretch = await measureStretch(stage, one, { first: 0, requests: 40, forMs: 5000, clients: 4 });
      expect([one.contender.name, stretch.callsPerPage]).toEqual([one.contender.name, one.contender.calls]);
      expect(stretch.cpuMicrosPerPage).toBeGreaterThan(50);
      expect(stretch.peakBytes).toBeGreaterThan(20e6);
    }
  } finally {
    await stage.close();
  }
}, 60_000);

it('names who sends another page', () => {
  const pages = [
    { name: 'bare', text: '{"a":1}' },
    { name: 'ours', text: '{"a":1}' },
    { name: 'express', text: '{"a":2}' },
  ];
  expect(() => differing(pages)).toThrow('express does not send the page of bare:\n{"a":2}');
  expect(() => differing(pages.slice(0, 2))).not.toThrow();
});
