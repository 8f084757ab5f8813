import { type RunningServer, type ServiceApp, serve } from '@bff/service-shell';
import { faultRoutes } from '../admin/fault-routes.ts';
import type { MockConfig } from './mock-config.ts';
import type { MockParts } from './mock-parts.ts';

/** A mock service that has been put together and not been started. */
export interface MockService {
  readonly parts: MockParts;
  readonly app: ServiceApp;
  /** Listens on both ports of its configuration; 0 takes any free one. */
  start(): Promise<RunningServer>;
}

export const createMockService = (app: ServiceApp, parts: MockParts, config: MockConfig): MockService => ({
  parts,
  app,
  async start() {
    const { host, port, adminHost, adminPort } = config;
    const { faults } = parts;
    const running = await serve({
      app,
      host,
      port,
      adminHost,
      adminPort,
      adminRoutes: faultRoutes(faults),
      onClose: [() => faults.dispose()],
    });
    faults.attach(running.server);
    return running;
  },
});
