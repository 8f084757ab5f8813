import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * As many different ports as asked for that nothing listens on at the moment. They are drawn from below the range that
 * the system hands out by itself (from 32768 on Linux): one of those could be gone again before the app takes it.
 */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) {
    const port = randomInt(10_000, 32_000);
    if (await isFree(port)) ports.add(port);
  }
  return [...ports];
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
