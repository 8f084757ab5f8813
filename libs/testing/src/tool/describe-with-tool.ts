/**
 * `describe` for tests that need a program which npm cannot bring. Where it is not installed they are skipped, and one line
 * says so; under `CI=true` that is a failure, so that a pipeline cannot lose them unnoticed.
 */
export function describeWithTool(tool: string, isInstalled: boolean, title: string, suite: () => void): void {
  if (isInstalled) {
    describe(title, suite);
    return;
  }
  const line = `"${title}" needs ${tool}, which is not installed`;
  if (process.env['CI'] === 'true') {
    describe(title, () => {
      it(`needs ${tool}`, () => {
        throw new Error(line);
      });
    });
  } else {
    process.stderr.write(`skipped: ${line}\n`);
    describe.skip(title, suite);
  }
}
