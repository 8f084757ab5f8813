import type { Page } from 'playwright-core';
import { findChromium } from './describe-with-browser.ts';

export interface OpenPageOptions {
  /** Default light. */
  readonly colorScheme?: 'light' | 'dark';
}

/** A page in a window of its own, with everything that went wrong in it. */
export interface OpenedPage {
  readonly page: Page;
  /**
   * What the browser complained of so far, in words: errors and warnings of the console (a breach of the page's policy
   * is one), exceptions, requests that failed, and requests to anywhere else than the page's own origin.
   */
  readonly complaints: readonly string[];
}

export interface TestBrowser {
  /**
   * Opens a page. It is asked for under a name that is not this machine's own (`docs.example`), because pages behave
   * differently on `localhost`; no other name is looked up, so nothing can come from the internet.
   */
  open(url: string, options?: OpenPageOptions): Promise<OpenedPage>;
  close(): Promise<void>;
}

/** The name that pages are asked for under. */
export const browserHost = 'docs.example';

/** Starts the Chromium of this machine, without a window. */
export async function startBrowser(): Promise<TestBrowser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('Chromium is not installed');
  // Loaded when it is needed: it is large, and most tests need no browser.
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    executablePath,
    // A container has no sandbox to offer.
    args: ['--no-sandbox', `--host-resolver-rules=MAP ${browserHost} 127.0.0.1, MAP * ~NOTFOUND`],
  });
  return {
    async open(url, { colorScheme = 'light' } = {}) {
      const address = new URL(url);
      address.hostname = browserHost;
      const context = await browser.newContext({ colorScheme });
      // Before the test runner gives up, so that the failure names what was waited for.
      context.setDefaultTimeout(10_000);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
      page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
      page.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol !== 'data:' && origin !== address.origin) complaints.push(`elsewhere: ${request.url()}`);
      });
      await page.goto(address.href);
      return { page, complaints };
    },
    close: () => browser.close(),
  };
}
