import { type Socket, connect } from 'node:net';

/** What is kept of a reply. */
export interface LightReply {
  /** A page that had everything, one that had not, or a problem; `broken` when no whole reply came. */
  readonly kind: 'whole' | 'partial' | 'problem' | 'broken';
  /** The code of the problem, or why the first section of a partial page failed. */
  readonly code: string | undefined;
}

/** Judges a reply by its text, head and body, with the cheapest look that tells. */
export type ReadReply = (text: string) => LightReply;

const broken: LightReply = { kind: 'broken', code: undefined };

/** A connection that carries one request at a time. It reads no more of a reply than it must. */
export class LightConnection {
  readonly socket: Socket;
  readonly #readReply: ReadReply;
  #text = '';
  #take: ((reply: LightReply) => void) | undefined;

  constructor(port: number, readReply: ReadReply) {
    this.#readReply = readReply;
    this.socket = connect(port, '127.0.0.1').setNoDelay(true).setEncoding('latin1');
    this.socket.on('data', (chunk: string) => this.#read(chunk));
    this.socket.on('error', () => {});
    this.socket.once('close', () => this.#settle(broken));
  }

  send(request: string, take: (reply: LightReply) => void): void {
    this.#take = take;
    if (this.socket.writable) this.socket.write(request);
    else setImmediate(() => this.#settle(broken));
  }

  #read(chunk: string): void {
    this.#text += chunk;
    const text = this.#text;
    if (!isWhole(text)) return;
    this.#text = '';
    this.#settle(this.#readReply(text));
  }

  #settle(reply: LightReply): void {
    const take = this.#take;
    this.#take = undefined;
    take?.(reply);
  }
}

/** Each reply has its length, or comes in chunks, of which the last is empty. */
function isWhole(text: string): boolean {
  const headEnd = text.indexOf('\r\n\r\n');
  if (headEnd === -1) return false;
  const length = /\r\nContent-Length: (\d+)/i.exec(text)?.[1];
  return length === undefined ? text.endsWith('\r\n0\r\n\r\n') : text.length >= headEnd + 4 + Number(length);
}
