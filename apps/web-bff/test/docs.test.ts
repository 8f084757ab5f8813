import { type TestBrowser, describeWithBrowser, startBrowser } from '@bff/testing';
import { document } from '../src/openapi.ts';
import { type WebApp, startWebApp } from './web-app.ts';

describeWithBrowser('the documentation page of web-bff, in a real browser', () => {
  let app: WebApp;
  let browser: TestBrowser;
  beforeAll(async () => {
    [app, browser] = await Promise.all([startWebApp(), startBrowser()]);
  });
  afterAll(() => Promise.all([browser.close(), app.close()]));

  it.each([
    ['light', 'rgba(0, 0, 0, 0)'],
    ['dark', 'rgb(28, 32, 34)'],
  ] as const)('shows every operation, in %s', async (colorScheme, background) => {
    const { page, complaints } = await browser.open(`${app.server.url}/docs`, { colorScheme });
    await page.waitForSelector('.opblock');
    expect(await page.title()).toBe('Web BFF');
    const shown = await page.locator('.opblock-summary-path').allInnerTexts();
    expect(shown.map(withoutBreaks)).toEqual(Object.keys(document.paths ?? {}));
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(background);
    expect(complaints).toEqual([]);
  });
});

/** Swagger UI lets a path break before each slash, with a space of no width. */
const withoutBreaks = (path: string): string => path.replaceAll('\u200B', '');
