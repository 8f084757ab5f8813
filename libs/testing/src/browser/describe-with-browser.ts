import { existsSync } from 'node:fs';
import { describeWithTool } from '../tool/describe-with-tool.ts';

/** Where Debian, Ubuntu and macOS keep it. */
const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The Chromium of this machine; `CHROMIUM_PATH` names one in another place. Undefined where there is none. */
export const findChromium = (): string | undefined =>
  [process.env['CHROMIUM_PATH'], ...places].find((path) => path !== undefined && existsSync(path));

/** See `describeWithTool`. */
export function describeWithBrowser(title: string, suite: () => void): void {
  describeWithTool('Chromium', findChromium() !== undefined, title, suite);
}
