import { existsSync } from 'node:fs';

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

/**
 * `describe` for tests in a real browser. Where there is none they are skipped, and one line says so; under `CI=true`
 * that is a failure, so that a pipeline cannot lose them unnoticed.
 */
export function describeWithBrowser(title: string, suite: () => void): void {
  if (findChromium() !== undefined) {
    describe(title, suite);
    return;
  }
  const line = `"${title}" needs Chromium, which is not installed`;
  if (process.env['CI'] === 'true') {
    describe(title, () => {
      it('needs Chromium', () => {
        throw new Error(line);
      });
    });
  } else {
    process.stderr.write(`skipped: ${line}\n`);
    describe.skip(title, suite);
  }
}
