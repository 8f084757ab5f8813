import { type RunningServer, serve } from '@bff/service-shell';
import { createApp } from './app.ts';
import type { ConsoleConfig } from './config.ts';
import { type ConsoleOverrides, createParts } from './console-parts.ts';

/** Constructs the whole of the console and starts it. It is ready whatever becomes of what it watches. */
export async function start(config: ConsoleConfig, overrides: ConsoleOverrides = {}): Promise<RunningServer> {
  const parts = createParts(config, overrides);
  const running = await serve({
    app: createApp(parts),
    host: config.host,
    port: config.port,
    adminHost: config.adminHost,
    adminPort: config.adminPort,
    onClose: [() => parts.close()],
  });
  parts.start();
  return {
    ...running,
    close() {
      // Before the shutdown waits for connections: these would not end by themselves.
      parts.hub.close();
      return running.close();
    },
  };
}
