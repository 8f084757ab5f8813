import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a client that speaks bytes saw. */
export interface RawExchange {
  /** Everything received until the server closed or `giveUpMs` passed. */
  readonly text: string;
  readonly status: number;
  /** Who ended it: a FIN, a reset, or nobody while the client waited. */
  readonly end: 'closed' | 'reset' | 'open';
  readonly tookMs: number;
}

/** Writes the parts one after another, `pauseMs` apart, and reads until the server closes. */
export async function rawExchange(
  port: number,
  parts: readonly (string | Buffer)[],
  { pauseMs = 0, giveUpMs = 3000 }: { pauseMs?: number; giveUpMs?: number } = {},
): Promise<RawExchange> {
  const startedAt = performance.now();
  const socket = connect(port, '127.0.0.1');
  let text = '';
  let end: RawExchange['end'] = 'open';
  const over = new Promise<void>((resolve) => {
    socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    socket.once('error', () => (end = 'reset'));
    socket.once('end', () => (end = 'closed'));
    socket.once('close', () => resolve());
    setTimeout(() => socket.destroy(), giveUpMs).unref();
  });
  for (const part of parts) {
    if (!socket.writable) break;
    socket.write(part);
    if (pauseMs > 0) await Promise.race([sleep(pauseMs), over]);
  }
  await over;
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);
  return { text, status, end, tookMs: performance.now() - startedAt };
}

/** The JSON body of a raw reply. */
export const problemIn = (text: string): Record<string, unknown> =>
  asObject(JSON.parse(text.slice(text.indexOf('\r\n\r\n') + 4)));

export function asObject(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new Error(`not an object: ${JSON.stringify(value)}`);
  return { ...value };
}
