import { redisIsInstalled } from './redis-installed.ts';

/**
 * `describe` for tests against a real redis-server. Where it is not installed they are skipped, and one line says so;
 * under `CI=true` that is a failure, so that a pipeline cannot lose them unnoticed.
 */
export function describeWithRedis(title: string, suite: () => void): void {
  if (redisIsInstalled()) {
    describe(title, suite);
    return;
  }
  const line = `"${title}" needs redis-server, which is not installed`;
  if (process.env['CI'] === 'true') {
    describe(title, () => {
      it('needs redis-server', () => {
        throw new Error(line);
      });
    });
  } else {
    process.stderr.write(`skipped: ${line}\n`);
    describe.skip(title, suite);
  }
}
