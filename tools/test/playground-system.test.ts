import { type OpenedPage, type TestBrowser, describeWithBrowser, startBrowser } from '@bff/testing';
import { runScript } from '../src/running/running-command.ts';
import { type WholeSystem, startWholeSystem } from '../src/running/whole-system.ts';

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
      await runUntil(page, 'Complete');
      await picture(page, tab);
    }

    await system.setFault('payment', 'hang');
    await runUntil(page, 'Partial: 1 section failed');
    await outcome(page).getByText('order.payment', { exact: true }).waitFor();
    // In time, or at once when the circuit has opened by then.
    await outcome(page)
      .getByText(/^A service .+ · payment service · try again in \d+ s$/)
      .waitFor();
    await picture(page, 'Partial data, payment hangs');

    await system.clearFaults();
    await runUntil(page, 'Complete');
    expect(complaints).toEqual([]);
  }, 90_000);
});

/**
 * Runs what is in the tab, again if need be: on a busy machine a service may miss its time, and the page says so, as it
 * should. Rejects when the outcome is another one every time.
 */
async function runUntil(page: Page, expected: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    await page.getByRole('button', { name: /^Execute query/ }).click();
    const seen = outcome(page).getByText(expected, { exact: true }).waitFor({ timeout: 3000 });
    if (tries === 5) return seen;
    const isSeen = await seen.then(
      () => true,
      () => false,
    );
    if (isSeen) return;
  }
}

const outcome = (page: Page) => page.getByRole('region', { name: 'Outcome' });

/** By the keyboard: tabs move for a moment after one of them got another name, and a click would miss. */
async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).press('Enter');
  await page.locator('.graphiql-tab-active').getByText(name, { exact: true }).waitFor();
}

async function picture(page: Page, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` });
}
