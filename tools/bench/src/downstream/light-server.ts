import { type Server, type Socket, createServer } from 'node:net';
import type { ServiceFault } from './fault.ts';

/** The four services on one port. They cost so little that a page is mostly the contender's. */
export interface LightServer {
  readonly server: Server;
  /** Requests so far. */
  readonly calls: number;
  /** From now on; undefined: nothing goes wrong. What hung until now is hung up on. */
  setFault(fault: ServiceFault | undefined): void;
}

const head = (status: string, bytes: number): string =>
  `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${bytes}\r\n\r\n`;

const failed = `${head('500 Internal Server Error', 2)}{}`;
const unknown = `${head('404 Not Found', 2)}{}`;

/**
 * Answers GETs on bare sockets: Node's own server takes four times as long, and shares its core with the driver.
 * `answerTo` makes a body, in ASCII, from path and query; undefined is a 404.
 */
export function createLightServer(answerTo: (path: string) => string | undefined): LightServer {
  let calls = 0;
  let fault: ServiceFault | undefined;
  let faultyCalls = 0;
  const hung = new Set<Socket>();

  function answer(path: string, socket: Socket): void {
    calls += 1;
    const body = answerTo(path);
    const reply = body === undefined ? unknown : head('200 OK', body.length) + body;
    if (fault === undefined || !path.startsWith(fault.path)) {
      socket.write(reply, 'latin1');
      return;
    }
    faultyCalls += 1;
    const { hang = false, failOneIn, delayMs } = fault;
    if (hang) hung.add(socket);
    else if (delayMs !== undefined) setTimeout(() => socket.write(reply, 'latin1'), delayMs);
    else socket.write(failOneIn !== undefined && faultyCalls % failOneIn === 0 ? failed : reply, 'latin1');
  }

  const server = createServer({ noDelay: true }, (socket) => {
    let text = '';
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => {
      text += chunk;
      for (let end = text.indexOf('\r\n\r\n'); end !== -1; end = text.indexOf('\r\n\r\n')) {
        const path = text.slice('GET '.length, text.indexOf(' ', 'GET '.length));
        text = text.slice(end + 4);
        answer(path, socket);
      }
    });
    socket.on('error', () => {});
    socket.on('close', () => hung.delete(socket));
  });
  return {
    server,
    get calls() {
      return calls;
    },
    setFault(next) {
      fault = next;
      faultyCalls = 0;
      for (const socket of hung) socket.destroy();
      hung.clear();
    },
  };
}
