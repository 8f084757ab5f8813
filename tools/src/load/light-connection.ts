import { type Socket, connect } from 'node:net';

/** What is kept of a reply. */
export interface LightReply {
  /** A page that had everything, one that had not, or a problem; `broken` when no whole reply came. */
  readonly kind: 'whole' | 'partial' | 'problem' | 'broken';
  /** The code of the problem, or why the first section of a partial page failed. */
  readonly code: string | undefined;
}

const broken: LightReply = { kind: 'broken', code: undefined };

/** A connection that carries one request at a time. It reads no more of a reply than it must: each has its length. */
export class LightConnection {
  readonly socket: Socket;
  #text = '';
  #take: ((reply: LightReply) => void) | undefined;

  constructor(port: number) {
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
    const headEnd = this.#text.indexOf('\r\n\r\n');
    if (headEnd === -1) return;
    const length = Number(/\r\nContent-Length: (\d+)/i.exec(this.#text)?.[1]);
    if (this.#text.length < headEnd + 4 + length) return;
    const text = this.#text;
    this.#text = '';
    if (text.includes('\r\nBFF-Complete: ?1')) this.#settle({ kind: 'whole', code: undefined });
    else this.#settle({ kind: text.startsWith('200', 9) ? 'partial' : 'problem', code: codeIn(text) });
  }

  #settle(reply: LightReply): void {
    const take = this.#take;
    this.#take = undefined;
    take?.(reply);
  }
}

const codeIn = (text: string): string | undefined => /"code":"([A-Z_]+)"/.exec(text)?.[1];
