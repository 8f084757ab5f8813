import { connect } from 'node:net';

/** What a server that is paused or gone is given to answer, in ms. */
const PATIENCE_MS = 2000;

/**
 * Sends one command on a connection of its own and gives the reply as text. For commands whose reply is a status, a
 * number or a bulk string; rejects with the server's words when it refuses. Tests of a Redis client must not set up their
 * world with that same client.
 */
export function redisCommand(port: number, args: readonly (string | number)[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(encode(args)));
    let received = '';
    const end = (settle: () => void): void => {
      socket.destroy();
      settle();
    };
    socket.setEncoding('utf8');
    socket.setTimeout(PATIENCE_MS, () => end(() => reject(new Error(`no reply to ${args.join(' ')}`))));
    socket.on('error', (error) => end(() => reject(error)));
    socket.on('end', () => end(() => reject(new Error(`closed before the reply to ${args.join(' ')}`))));
    socket.on('data', (chunk: string) => {
      received += chunk;
      const reply = decode(received);
      if (reply === undefined) return;
      end(() => (reply.startsWith('-') ? reject(new Error(reply.slice(1))) : resolve(reply.slice(1))));
    });
  });
}

const encode = (args: readonly (string | number)[]): string =>
  `*${args.length}\r\n${args.map((arg) => `$${Buffer.byteLength(String(arg))}\r\n${arg}\r\n`).join('')}`;

/** The kind of the reply followed by its text; undefined while it is not all there. */
function decode(received: string): string | undefined {
  const end = received.indexOf('\r\n');
  if (end < 0) return undefined;
  const head = received.slice(0, end);
  if (!head.startsWith('$')) return head;
  const length = Number(head.slice(1));
  if (length < 0) return '$';
  const bytes = Buffer.from(received.slice(end + 2));
  return bytes.length < length + 2 ? undefined : `$${bytes.subarray(0, length).toString()}`;
}
