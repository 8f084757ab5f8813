import { type TestBrowser, describeWithBrowser, startBrowser } from '@bff/testing';
import { document } from '../src/openapi.ts';
import { type MobileApp, startMobileApp } from './mobile-app.ts';

describeWithBrowser('the documentation page of mobile-bff, in a real browser', () => {
  let app: MobileApp;
  let browser: TestBrowser;
  beforeAll(async () => {
    [app, browser] = await Promise.all([startMobileApp(), startBrowser()]);
  });
  afterAll(() => Promise.all([browser.close(), app.close()]));

  it.each([
    ['light', 'rgba(0, 0, 0, 0)'],
    ['dark', 'rgb(28, 32, 34)'],
  ] as const)('shows every operation, in %s', async (colorScheme, background) => {
    const { page, complaints } = await browser.open(`${app.server.url}/docs`, { colorScheme });
    await page.waitForSelector('.opblock');
    expect(await page.title()).toBe('Mobile BFF');
    const shown = await page.locator('.opblock-summary-path').allInnerTexts();
    expect(shown.map(withoutBreaks)).toEqual(Object.keys(document.paths ?? {}));
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(background);
    expect(complaints).toEqual([]);
  });

  it('can be used to try a page with a token', async () => {
    const { page, complaints } = await browser.open(`${app.server.url}/docs/#/orders/getOrderPage`);
    await page.click('.btn.authorize');
    await page.fill('.auth-container input', app.issuer.token({ sub: 'usr_1' }));
    await page.click('.auth-btn-wrapper .authorize');
    await page.click('.auth-btn-wrapper .btn-done');
    await page.click('text=Try it out');
    await page.fill('input[placeholder="orderId"]', 'ord_1');
    await page.click('.execute');
    const answer = page.locator('.live-responses-table .highlight-code').first();
    expect(await answer.innerText()).toContain('"complete": true');
    expect(complaints).toEqual([]);
  });
});

/** Swagger UI lets a path break before each slash, with a space of no width. */
const withoutBreaks = (path: string): string => path.replaceAll('\u200B', '');
