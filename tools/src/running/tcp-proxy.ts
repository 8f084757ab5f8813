import { type Socket, connect, createServer } from 'node:net';

/** Stands between a process and a TCP server, and can lose everything on the way without either end noticing. */
export interface TcpProxy {
  readonly port: number;
  /**
   * Swallows what either side sends. Connections stay open, and new ones are taken and lead nowhere, as when a firewall
   * begins to drop packets.
   */
  swallow(): void;
  /** Lets new connections through again. Those that lost bytes are reset: no network brings those back. */
  restore(): void;
  close(): Promise<void>;
}

export async function startTcpProxy(targetPort: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  /** Connections of which something was lost. */
  const maimed = new Set<Socket>();
  let swallowing = false;

  const track = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => {
      sockets.delete(socket);
      maimed.delete(socket);
    });
  };
  const lead = (from: Socket, to: Socket): void => {
    from.on('data', (chunk) => void (swallowing ? maimed.add(from).add(to) : to.write(chunk)));
    from.once('close', () => void (swallowing || to.destroy()));
  };
  const server = createServer((client) => {
    track(client);
    if (swallowing) {
      maimed.add(client);
      client.resume();
      return;
    }
    const target = connect(targetPort, '127.0.0.1');
    track(target);
    lead(client, target);
    lead(target, client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    port: address.port,
    swallow() {
      swallowing = true;
    },
    restore() {
      swallowing = false;
      for (const socket of maimed) socket.resetAndDestroy();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
