import { type OpenedPage, type TestBrowser, describeWithBrowser, startBrowser } from '@bff/testing';
import { runScript } from './running-command.ts';
import { type WholeSystem, startWholeSystem } from './whole-system.ts';

/* What a frontend developer does first: opens the playground of the running system and runs what is in its tabs. */

type Page = OpenedPage['page'];

/** Where a run leaves pictures of what it saw, if it is told to. */
const pictures = process.env['SCREENSHOTS'];

describeWithBrowser('the playground of the whole system', () => {
  let system: WholeSystem;
  let browser: TestBrowser;
  beforeAll(async () => {
    const build = runScript('apps/graphql-bff/playground/build.ts', []);
    if ((await build.exited) !== 0) throw new Error(build.output());
    [system, browser] = await Promise.all([startWholeSystem(), startBrowser()]);
  }, 60_000);
  afterAll(() => Promise.all([browser.close(), system.close()]));

  it('runs every example, and shows which part is missing while the payment service hangs', async () => {
    const { page, complaints } = await browser.open(`${system.publicUrl('graphql-bff')}/`);
    await page.getByRole('button', { name: 'Partial data', exact: true }).waitFor();
    for (const tab of ['A whole order', 'A list', 'Partial data']) {
      await openTab(page, tab);
      await run(page);
      await outcome(page).getByText('Complete', { exact: true }).waitFor();
      await picture(page, tab);
    }

    await system.setFault('payment', 'hang');
    await run(page);
    await outcome(page).getByText('Partial: 1 section failed').waitFor();
    await outcome(page).getByText('order.payment', { exact: true }).waitFor();
    await outcome(page)
      .getByText(/^A service did not answer in time · payment service · try again in 2 s$/)
      .waitFor();
    await picture(page, 'Partial data, payment hangs');

    await system.clearFaults();
    await run(page);
    await outcome(page).getByText('Complete', { exact: true }).waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);
});

const run = (page: Page) => page.getByRole('button', { name: /^Execute query/ }).click();
const outcome = (page: Page) => page.getByRole('region', { name: 'Outcome' });

/** By the keyboard: tabs move for a moment after one of them got another name, and a click would miss. */
async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).press('Enter');
  await page.locator('.graphiql-tab-active').getByText(name, { exact: true }).waitFor();
}

async function picture(page: Page, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` });
}
