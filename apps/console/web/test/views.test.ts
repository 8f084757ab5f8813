import { describeWithBrowser } from '@bff/testing';
import { type ConsolePage, startConsolePage, textOf } from './console-page.ts';
import { load } from './script/answers.ts';
import { requestId } from './script/page-reports.ts';
import { wellState } from './script/states.ts';
import { allDead, deadApp, manyTroubles, paymentHangs } from './script/troubled-states.ts';

describeWithBrowser('the views of the console', () => {
  let console: ConsolePage;
  beforeAll(async () => {
    console = await startConsolePage();
  }, 120_000);
  afterAll(() => console.close());

  it('says that everything is well, and breaks no rule of its policy in any view', async () => {
    const { page, complaints } = await console.open('#/map');
    await page.getByText('Everything is well.').waitFor();
    for (const view of ['Circuits', 'Pages', 'Faults', 'Map']) {
      await page.getByRole('link', { name: view }).click();
      await page.locator(`.view-${view.toLowerCase()}`).waitFor();
    }
    expect(complaints).toEqual([]);
  });

  it('names the culprit on top of every view, and leads to it', async () => {
    const { page } = await console.open('#/faults', paymentHangs(console.now));
    const [worst] = await textOf(page, '.trouble');
    expect(worst).toMatch(/^payment: circuit open in mobile-bff and web-bff since \d+ s, mostly DOWNSTREAM_TIMEOUT/);
    await page.getByRole('link', { name: /circuit open in mobile-bff/ }).click();
    await page.getByRole('complementary', { name: 'mobile-bff → payment' }).waitFor();
    expect(new URL(page.url()).hash).toBe('#/circuits/mobile-bff/payment');
  });

  it('lists who acted on which circuit and who tuned what', async () => {
    const { page } = await console.open('#/circuits');
    const trail = page.getByRole('region', { name: 'Audit trail' });
    await trail.getByText('ledger repair').waitFor();
    expect(await textOf(page, '.audit-trail li')).toEqual([
      expect.stringMatching(/usr_0042 isolate mobile-bff → payment ?ledger repair 1 replica$/),
      expect.stringMatching(/usr_0007 tune web-bff ?services\.payment\.attemptMs: 500 → 450 1 replica$/),
    ]);
  });

  it('shows on the map who calls whom, and an open circuit by line, sign and word', async () => {
    const { page } = await console.open('#/map');
    await page.locator('.arrow').nth(14).waitFor({ state: 'attached' });
    expect(await page.locator('.arrow-break').count()).toBe(0);
    expect((await textOf(page, '.arrow-label'))[0]).toMatch(/order 12\/s p95 38 ms err 0\.2 %$/);
    console.script.show(paymentHangs(console.now));
    await page.locator('.arrow-break').nth(1).waitFor();
    const label = page.getByRole('link', { name: /^mobile-bff to payment/ });
    expect((await label.innerText()).replaceAll(/\s+/g, ' ')).toMatch(/payment OPEN \d+ s refused 5\.8\/s/);
    const [dashes, none] = await Promise.all(
      ['.arrow.is-open', '.arrow.is-well'].map((arrow) =>
        page
          .locator(arrow)
          .first()
          .evaluate((path) => getComputedStyle(path).strokeDasharray),
      ),
    );
    expect([dashes, none]).toEqual(['7px, 6px', 'none']);
    await label.click();
    await page.getByRole('complementary', { name: 'mobile-bff → payment' }).getByText('Refused, not sent').waitFor();
  });

  it('shows a dead process as dead', async () => {
    const { page } = await console.open('#/map', deadApp(console.now, 'web-bff'));
    expect((await textOf(page, '.react-flow__node[data-id="web-bff"]'))[0]).toMatch(/^web-bff DEAD since \d+ s$/);
    expect(await page.getByText('nobody to ask').count()).toBe(4);
    await page.getByRole('link', { name: /^web-bff DEAD/ }).click();
    await page.getByText('nobody listens on its admin port').waitFor();
  });

  it('stays up and says so when everything is dead, and picks up again', async () => {
    const { page } = await console.open('#/map', allDead(console.now));
    await page.getByRole('link', { name: /Nothing answers: all 7 processes are dead/ }).waitFor();
    expect(await page.locator('.map-node').getByText('DEAD').count()).toBe(7);
    console.script.show(wellState(console.now));
    await page.getByText('Everything is well.').waitFor();
    expect(await page.getByText('DEAD').count()).toBe(0);
  });

  it('shows every circuit with its rates against its thresholds, and its last ten minutes', async () => {
    const { page } = await console.open('#/circuits', manyTroubles(console.now));
    const row = page.getByRole('row', { name: /web-bff payment/ });
    expect((await row.innerText()).replaceAll(/\s+/g, ' ')).toMatch(/OPEN 1 of 2 \d+ s .* in \d s TIMEOUT \d+ s ago/);
    await row.getByRole('img', { name: 'Failed 0.8 % of 50 % allowed' }).waitFor();
    await row
      .getByRole('img', { name: /^Open for \d+ s of the last 10 minutes/ })
      .first()
      .waitFor();
    await page.getByText('usr_0042 isolate mobile-bff → payment').waitFor();
  });

  it('shows what a page takes of its budget, what is missing and why, and a request in full', async () => {
    const { page } = await console.open('#/pages', paymentHangs(console.now));
    const card = page.getByRole('article', { name: 'mobile-bff, order', exact: true });
    await card.getByText('41 % partial').waitFor();
    await card.getByRole('img', { name: 'from 1 ms to 20 ms (p50), 36 ms (p95), 52 ms (p99)' }).waitFor();
    await card.getByRole('img', { name: 'Partial share of order, now 41 %' }).locator('canvas').waitFor();
    expect((await textOf(page, '.page-card.is-bad .counted'))[0]).toBe('payment: CIRCUIT_OPEN 276 payment: TIMEOUT 24');
    await page.getByRole('link', { name: new RegExp(requestId(0)) }).click();
    const panel = page.getByRole('complementary', { name: 'mobile-bff · order' });
    await panel.getByText('payment.getPayments · DOWNSTREAM_TIMEOUT').waitFor();
    await panel.getByRole('img', { name: 'from 22 ms to 512 ms' }).first().waitFor();
    await page.getByRole('link', { name: new RegExp(requestId(3)) }).click();
    await panel.getByText('not sent').waitFor();
    // At 20 pages a second a BFF has forgotten it in seconds.
    console.script.show(wellState(console.now));
    await page.getByText('Everything is well.').waitFor();
    expect(await panel.getByText('not sent').count()).toBe(1);
  });

  it('shows faults and load, and neither in production', async () => {
    const { page } = await console.open('#/faults', { ...paymentHangs(console.now), load: load(console.now) });
    await page
      .getByRole('region', { name: 'payment-service' })
      .getByText(/hang every route since \d+\ss, hit 48×, holds 3/)
      .waitFor();
    expect((await textOf(page, '.load-counts'))[0]).toMatch(/^whole 58 % ?741 in all partial 41 %/);
    console.script.show({ ...wellState(console.now), production: true });
    await page.locator('.view-faults .map-graph').waitFor();
    expect(await page.getByRole('link', { name: 'Faults' }).count()).toBe(0);
  });
});
