import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { type OpenedPage, type TestBrowser, browserHost, describeWithBrowser, startBrowser } from '@bff/testing';
import type { Page } from 'playwright-core';
import { watchedApps } from '../src/apps.ts';
import { root } from '../src/running/running-command.ts';
import { type RunningConsole, startConsole } from '../src/running/running-console.ts';
import { type WholeSystem, startWholeSystem } from '../src/running/whole-system.ts';

/* What somebody on call does, from the page alone, with every process real. */

// Not the patience of somebody on call: that of a test on a machine that does ten other things.
const PATIENCE_MS = 60_000;
jest.setTimeout(2 * PATIENCE_MS);

describeWithBrowser('the console, watching the whole system', () => {
  let system: WholeSystem;
  let running: RunningConsole;
  let browser: TestBrowser;
  let opened: OpenedPage;
  let page: Page;

  beforeAll(async () => {
    // In a process of its own: Vite cannot be loaded inside Jest. Does nothing when it is built already.
    execFileSync(process.execPath, [path.join(root, 'apps/console/web/build.ts')]);
    system = await startWholeSystem();
    [running, browser] = await Promise.all([startConsole(system, browserHost), startBrowser()]);
    opened = await browser.open(`${running.url}/#/map`);
    ({ page } = opened);
    page.setDefaultTimeout(PATIENCE_MS);
    await page.setViewportSize({ width: 1440, height: 900 });
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([running.close(), system.close()]);
  });

  const headline = () => page.getByRole('region', { name: 'What is wrong' });
  const trouble = (words: RegExp) => headline().getByRole('link', { name: words });
  const view = (name: string) => page.getByRole('link', { name: new RegExp(`^${name}`) }).click();

  it('says that everything is well while it is', async () => {
    await headline().getByText('Everything is well.').waitFor();
    await page.getByText('inventory-service').first().waitFor();
    expect(await page.getByText('DEAD', { exact: true }).count()).toBe(0);
  });

  it('names the service that hangs and the pages that miss it, once the fault is switched on from the page', async () => {
    await view('Faults');
    await page.getByLabel('Pages a second').fill('20');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByText(/whole\s*100/).waitFor();
    const form = page.getByRole('form', { name: 'A fault for payment-service' });
    await form.getByLabel('Fault').selectOption('hang');
    await form.getByRole('button', { name: 'Switch hang on in payment-service' }).click();
    await trouble(/payment: circuit open in mobile-bff since .*, mostly DOWNSTREAM_TIMEOUT\./).waitFor();
    await trouble(/% of order pages are partial, for want of payment/).waitFor();
    await view('Map');
    await page.getByText('OPEN', { exact: true }).first().waitFor();
    await page
      .getByText(/% of pages partial/)
      .first()
      .waitFor();
    // No other service is blamed.
    expect(await trouble(/^Trouble (order|user|inventory)/).count()).toBe(0);
  });

  it('shows of one such page what it waited for', async () => {
    await view('Pages');
    await page.getByRole('region', { name: 'Recent requests that were not whole' }).getByRole('link').first().click();
    await page.getByText('getPayments').first().waitFor();
    expect(await page.getByRole('complementary').innerText()).toMatch(/Client\s+console\/1\.0/);
  });

  it('shows a BFF that does not answer as dead, and goes on', async () => {
    await view('Map');
    system.signal('web-bff', 'SIGSTOP');
    await trouble(/web-bff: process dead/).waitFor();
    await page.getByText('DEAD', { exact: true }).first().waitFor();
    expect(await page.getByText('DEAD', { exact: true }).count()).toBe(1);
    system.signal('web-bff', 'SIGCONT');
    await trouble(/web-bff: process dead/).waitFor({ state: 'detached' });
  });

  it('shows the recovery when the fault is cleared', async () => {
    await view('Faults');
    await page.getByRole('button', { name: 'Clear all faults of payment-service' }).click();
    await trouble(/circuit open|half-open/).waitFor({ state: 'detached' });
    await headline().getByText('Everything is well.').waitFor();
    expect(await headline().getByRole('link').count()).toBe(0);
  });

  it('still serves when all that it watches has stopped, says so, and picks up again by itself', async () => {
    for (const { name } of watchedApps) system.signal(name, 'SIGSTOP');
    await trouble(/Nothing answers: all 7 processes are dead/).waitFor();
    const { page: another } = await browser.open(`${running.url}/#/map`);
    await another.getByText('DEAD', { exact: true }).nth(6).waitFor({ timeout: PATIENCE_MS });
    for (const { name } of watchedApps) system.signal(name, 'SIGCONT');
    await another.getByText('DEAD', { exact: true }).first().waitFor({ state: 'detached' });
    expect(await another.getByText('DEAD', { exact: true }).count()).toBe(0);
    await another.close();
  });

  it('has had nothing to complain of', () => {
    expect(opened.complaints).toEqual([]);
  });
});
