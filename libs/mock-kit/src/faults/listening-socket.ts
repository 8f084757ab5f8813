import type { Server } from 'node:http';

/** A server's public port, which can be closed and opened again while the process runs. */
export interface ListeningSocket {
  /** Stops listening and drops open connections, so that the system itself refuses new ones. */
  close(): Promise<void>;
  /** Listens on the same address and port again. Rejects when another process has taken the port meanwhile. */
  reopen(): Promise<void>;
}

/** The listening socket of a server that listens already; port 0 is resolved to the port it got. */
export function listeningSocketOf(server: Server): ListeningSocket {
  let where: { host: string; port: number } | undefined;
  return {
    async close() {
      const address = server.address();
      if (address === null || typeof address === 'string') return;
      where = { host: address.address, port: address.port };
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        // Idle keep-alive connections too: a client with one of them would not notice that the port is closed.
        server.closeAllConnections();
      });
    },
    async reopen() {
      if (!where || server.listening) return;
      const { host, port } = where;
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve();
        });
      });
    },
  };
}
