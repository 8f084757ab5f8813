import { describeWithBrowser } from '@bff/testing';
import { type ConsolePage, startConsolePage } from './console-page.ts';
import { wellState } from './script/states.ts';
import { paymentHangs } from './script/troubled-states.ts';

describeWithBrowser('the line to the console, and the keyboard', () => {
  let console: ConsolePage;
  beforeAll(async () => {
    console = await startConsolePage();
  }, 120_000);
  afterAll(() => console.close());

  it('says that the line is lost, keeps what it knew, and picks up again by itself', async () => {
    const { page } = await console.open('#/map', paymentHangs(console.now));
    await page.getByText('live', { exact: true }).waitFor();
    console.script.isAway = true;
    await page
      .getByText(/Connection to the console lost, trying again\. All below is as of \d\d:\d\d:\d\d\./)
      .waitFor();
    const headline = page.getByRole('link', { name: /circuit open in mobile-bff/ });
    const before = await headline.innerText();
    await page.waitForTimeout(1200);
    // Nobody knows that it is still open: its age stands still.
    expect(await headline.innerText()).toBe(before);
    console.script.show(wellState(console.now));
    console.script.isAway = false;
    await page.getByText('Everything is well.').waitFor();
    expect(await page.getByText('Connection to the console lost').count()).toBe(0);
  });

  it('says that nothing is known yet when the console does not answer from the start', async () => {
    const { page } = await console.open('#/map');
    await page.route('**/api/**', (route) => route.abort());
    await page.reload();
    await page.getByText('The console does not answer. Trying again each second.').waitFor();
    expect(await page.getByRole('region', { name: 'What is wrong' }).count()).toBe(0);
    await page.unroute('**/api/**');
    await page.getByText('Everything is well.').waitFor();
  });

  it('tells those who hear the page what has begun and what is over, and the title too', async () => {
    const { page } = await console.open('#/map');
    console.script.show(paymentHangs(console.now));
    const news = page.locator('.for-ears[role=status]');
    await news.getByText('payment: circuit open in mobile-bff and web-bff.').waitFor({ state: 'attached' });
    expect(await page.title()).toBe('(2) payment: circuit open in mobile-bff and web-bff · Console');
    console.script.show(wellState(console.now));
    await news.getByText('Over: payment.').waitFor({ state: 'attached' });
    expect(await page.title()).toBe('Console');
  });

  it('is worked by keys alone: 1 to 4 for the views, Tab and Enter, Esc to close', async () => {
    const { page } = await console.open('#/map', paymentHangs(console.now));
    const hash = () => new URL(page.url()).hash;
    for (const [index, view] of ['circuits', 'pages', 'faults', 'map'].entries()) {
      await page.keyboard.press(String(((index + 1) % 4) + 1));
      await page.locator(`.view-${view}`).waitFor();
    }
    const label = page.getByRole('link', { name: /^mobile-bff to payment/ });
    await label.focus();
    expect(await label.evaluate((link) => getComputedStyle(link).outlineStyle)).toBe('solid');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary');
    await panel.waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('mobile-bff → payment');
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(hash()).toBe('#/map');
    expect(await label.evaluate((link) => link === document.activeElement)).toBe(true);
  });

  it('takes no shortcut while somebody types or a dialog asks', async () => {
    const { page } = await console.open('#/circuits/mobile-bff/payment');
    await page.getByLabel('New value').fill('');
    await page.keyboard.type('0.314');
    expect(await page.getByLabel('New value').inputValue()).toBe('0.314');
    await page.getByRole('button', { name: 'Reset …' }).press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(new URL(page.url()).hash).toBe('#/circuits/mobile-bff/payment');
  });
});
