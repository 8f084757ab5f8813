import { describeWithBrowser } from '@bff/testing';
import type { Page } from 'playwright-core';
import { type ConsolePage, startConsolePage } from './console-page.ts';
import { load } from './script/answers.ts';
import { requestId } from './script/page-reports.ts';
import { deadPayment, manyTroubles, paymentHangs } from './script/troubled-states.ts';

const places = [
  '#/map',
  '#/map/web-bff',
  '#/map/mobile-bff/payment',
  '#/circuits',
  '#/circuits/mobile-bff/payment',
  '#/pages',
  `#/pages/mobile-bff/order/${requestId(0)}`,
  '#/faults',
];

describeWithBrowser('the page for everybody', () => {
  let console: ConsolePage;
  beforeAll(async () => {
    console = await startConsolePage();
  }, 120_000);
  afterAll(() => console.close());

  it.each(places)('%s: everything that can be pressed has a name, and no id is given twice', async (place) => {
    const { page } = await console.open(place, { ...manyTroubles(console.now), load: load(console.now) });
    await page.locator('.view > *').first().waitFor();
    expect(await nameless(page)).toEqual([]);
    expect(
      await page.evaluate(() => {
        const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
        return ids.filter((id, index) => ids.indexOf(id) !== index);
      }),
    ).toEqual([]);
  });

  it.each(places)('%s: has no sideways scroll on a phone', async (place) => {
    const { page } = await console.open(
      place,
      { ...manyTroubles(console.now), load: load(console.now) },
      { width: 390 },
    );
    await page.locator('.view > *').first().waitFor();
    expect(await tooWide(page)).toEqual([]);
  });

  it('shows a list in place of the map on a phone, with the open circuit and the dead process in it', async () => {
    const { page } = await console.open('#/map', deadPayment(console.now), { width: 390 });
    expect(await page.locator('.react-flow').count()).toBe(0);
    await page.getByRole('region', { name: 'mobile-bff' }).getByText('OPEN').waitFor();
    await page.getByRole('region', { name: 'Services' }).getByText('DEAD').waitFor();
  });

  it('is light or dark as the system is, and as somebody chooses, which it remembers', async () => {
    const { page } = await console.open('#/map', paymentHangs(console.now), { colorScheme: 'dark' });
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(await ground()).toBe('rgb(14, 17, 21)');
    await page.getByRole('button', { name: 'Theme: auto. Switch to light' }).click();
    expect(await ground()).toBe('rgb(243, 244, 246)');
    await page.reload();
    await page.getByRole('button', { name: 'Theme: light. Switch to dark' }).waitFor();
    expect(await ground()).toBe('rgb(243, 244, 246)');
  });

  it('moves nothing for those who asked for that', async () => {
    const { page } = await console.open('#/map', paymentHangs(console.now));
    const moving = () =>
      page.evaluate(
        () =>
          [...document.querySelectorAll('*')].filter((one) => parseFloat(getComputedStyle(one).transitionDuration) > 0)
            .length,
      );
    expect(await moving()).toBeGreaterThan(0);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await moving()).toBe(0);
  });
});

/** Controls and pictures without a name, as HTML. */
const nameless = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const nameOf = (one: Element): string => {
      const labels = one instanceof HTMLInputElement || one instanceof HTMLSelectElement ? [...(one.labels ?? [])] : [];
      const inner = [...one.querySelectorAll('[aria-label]')].map((part) => part.getAttribute('aria-label'));
      return [
        one.getAttribute('aria-label'),
        one.textContent,
        ...labels.map(({ textContent }) => textContent),
        ...inner,
      ]
        .join('')
        .trim();
    };
    const controls = document.querySelectorAll(
      'a[href], button, input, select, summary, [role=img], svg:not([aria-hidden])',
    );
    return [...controls].filter((one) => nameOf(one) === '').map((one) => one.outerHTML.slice(0, 120));
  });

/** What reaches beyond the right edge of the window. */
const tooWide = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const panel = document.querySelector('.side-panel');
    const isPanelWide = panel !== null && panel.scrollWidth > panel.clientWidth;
    if (scrollWidth <= clientWidth && !isPanelWide) return [];
    return [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
      .map((one) => one.outerHTML.slice(0, 120));
  });
