import { connect } from 'node:net';

/** What a client saw on the wire, with no HTTP library in between to hide it. */
export interface RawReply {
  /** Everything that was received. */
  text: string;
  head: string;
  body: string;
  status: number;
  /** `closed` by a FIN, `reset` by an RST, `refused`, or still `open` when the client stopped waiting. */
  end: 'closed' | 'reset' | 'refused' | 'open';
}

/** Sends one GET and reads until the connection ends or `waitMs` are over; then it leaves. */
export function rawGet(port: number, path: string, waitMs = 2000): Promise<RawReply> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1');
    const done = (end: RawReply['end']) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(read(Buffer.concat(chunks).toString(), end));
    };
    const timer = setTimeout(() => done('open'), waitMs);
    socket.on('connect', () => socket.write(`GET ${path} HTTP/1.1\r\nHost: mock\r\nConnection: close\r\n\r\n`));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('end', () => done('closed'));
    socket.on('error', (error) => done('code' in error && error.code === 'ECONNREFUSED' ? 'refused' : 'reset'));
  });
}

function read(text: string, end: RawReply['end']): RawReply {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  return { text, head, body: rest.join('\r\n\r\n'), status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0), end };
}
