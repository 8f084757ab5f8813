import { describeWithBrowser } from '@bff/testing';
import { type ConsolePage, startConsolePage } from './console-page.ts';
import { wellState } from './script/states.ts';
import { manyTroubles, paymentHangs } from './script/troubled-states.ts';

describeWithBrowser('what frame after frame does to the page', () => {
  let console: ConsolePage;
  beforeAll(async () => {
    console = await startConsolePage();
  }, 120_000);
  afterAll(() => console.close());

  it('holds the list of requests still while somebody points at it', async () => {
    const { page } = await console.open('#/pages', paymentHangs(console.now));
    const list = page.getByRole('region', { name: 'Recent requests that were not whole' });
    await list.hover();
    await list.getByText('Held while you look.').waitFor();
    console.script.show(wellState(console.now));
    await page.getByText('Everything is well.').waitFor();
    expect(await list.getByRole('link').count()).toBe(15);
    await page.mouse.move(10, 10);
    await list.getByText('None. Every page went out whole.').waitFor();
  });

  it('draws nothing again for frames that say the same, in any view', async () => {
    const state = paymentHangs(console.now);
    for (const view of ['map', 'circuits', 'pages', 'faults']) {
      const { page } = await console.open(`#/${view}`, state);
      await page.locator('.view > *').first().waitFor();
      const drawn = page.evaluate(figuresDrawnDuring, 6);
      const sending = setInterval(() => console.script.show({ ...state, at: new Date().toISOString() }), 60);
      expect([view, await drawn.finally(() => clearInterval(sending))]).toEqual([view, 0]);
      await page.close();
    }
  });

  it('keeps all of the map in sight when the headline grows', async () => {
    const { page } = await console.open('#/map');
    const lowest = page.locator('.react-flow__node[data-id="graphql-bff"]');
    await lowest.waitFor();
    console.script.show(manyTroubles(console.now));
    await page.locator('.arrow-break').first().waitFor();
    await expect(lowest.evaluate(untilInSight)).resolves.toBe(true);
  });
});

/** Whether all of an element is in the window, now or in some frames. */
async function untilInSight(element: Element): Promise<boolean> {
  for (let frames = 0; frames < 100; frames += 1) {
    if (element.getBoundingClientRect().bottom <= innerHeight) return true;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return false;
}

/** How many figures the page writes while so many frames come. Those of the first moments are those of the page's beginning. */
async function figuresDrawnDuring(frames: number): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 300));
  let figures = 0;
  const format = Number.prototype.toLocaleString;
  const counting = function (this: number, ...given: Parameters<typeof format>): string {
    figures += 1;
    return format.apply(this, given);
  };
  // oxlint-disable-next-line no-extend-native -- the page formats every figure by it
  Object.defineProperty(Number.prototype, 'toLocaleString', { value: counting });
  const line = new EventSource('api/events');
  await new Promise<void>((resolve) => {
    let seen = 0;
    line.addEventListener('state', () => {
      seen += 1;
      if (seen > frames) requestAnimationFrame(() => resolve());
    });
  });
  line.close();
  return figures;
}
