import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { type OpenedPage, type TestBrowser, startBrowser } from '@bff/testing';
import type { Page } from 'playwright-core';
import type { ConsoleState } from '../../src/wire/index.ts';
import { webOutDir } from '../build/build-web.ts';
import { scriptAnswers } from './script/answers.ts';
import { historyOf } from './script/histories.ts';
import { type ScriptedConsole, scriptedConsole } from './script/scripted-console.ts';
import { wellState } from './script/states.ts';

/** The built page in a real browser, with a console whose every word a test writes. */
export interface ConsolePage {
  /** Of the frames: ms since the Unix epoch. */
  readonly now: number;
  readonly script: ScriptedConsole;
  /** Opens the page at a place such as `#/map` while the console shows a state. */
  open(hash: string, state?: ConsoleState, look?: Look): Promise<OpenedPage>;
  close(): Promise<void>;
}

export interface Look {
  readonly colorScheme?: 'light' | 'dark';
  readonly width?: number;
}

export async function startConsolePage(): Promise<ConsolePage> {
  const now = Date.now();
  // In a process of its own: Vite cannot be loaded inside Jest. Does nothing when it is built already.
  execFileSync(process.execPath, [resolve(import.meta.dirname, '../build.ts')]);
  const [script, browser] = await Promise.all([
    scriptedConsole(webOutDir, wellState(now), historyOf(now, 590, 0.41)),
    startBrowser() as Promise<TestBrowser>,
  ]);
  scriptAnswers(script.answers, now);
  return {
    get now() {
      return Date.now();
    },
    script,
    async open(hash, state = wellState(Date.now()), { width = 1440, ...look } = {}) {
      script.isAway = false;
      script.history = historyOf(Date.now(), 590, 0.41);
      script.show(state);
      const opened = await browser.open(`${script.url}/${hash}`, look);
      await opened.page.setViewportSize({ width, height: width < 500 ? 844 : 900 });
      await opened.page.getByRole('region', { name: 'What is wrong' }).waitFor();
      script.asked.splice(0);
      return opened;
    },
    async close() {
      await browser.close();
      await script.close();
    },
  };
}

/** What stands there, with all white space as one blank. */
export const textOf = async (page: Page, selector: string): Promise<readonly string[]> =>
  (await page.locator(selector).allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim());
