import { type BffParts, type PartsOptions, createParts, observePages, startBff } from '@bff/bff-host';
import type { LiveSettings } from '@bff/live-settings';
import type { RunningServer } from '@bff/service-shell';
import { createApp } from './app.ts';
import { type GraphqlConfig, isOn } from './config.ts';
import { type PersistedOperations, automatic, trusted } from './persisted/persisted-operations.ts';
import { createServer } from './server/create-server.ts';
import { loadSchema } from './server/load-schema.ts';
import type { GraphqlSettings } from './settings.ts';

/** Changed whenever the shape of a value that a section keeps changes. */
const cacheSchema = '1';

/** Constructs the whole of graphql-bff and starts it. */
export async function start(
  config: GraphqlConfig,
  settings: LiveSettings<GraphqlSettings>,
  overrides: NonNullable<PartsOptions['overrides']> = {},
): Promise<RunningServer> {
  const trusts = config.trustedDocuments === undefined ? undefined : trusted(config.trustedDocuments);
  const parts = await createParts(config, settings, { app: 'graphql-bff', cacheSchema, overrides });
  const { app, server } = await compose(parts, trusts ?? automatic(parts.cache), config, settings).catch(
    async (error: unknown) => {
      for (const close of parts.onClose) await close();
      throw error;
    },
  );
  return startBff(app, config, { ...parts, onClose: [() => server.stop(), ...parts.onClose] });
}

async function compose(
  parts: BffParts,
  { options, admit }: PersistedOperations,
  config: GraphqlConfig,
  settings: LiveSettings<GraphqlSettings>,
) {
  const server = await createServer({
    typeDefs: loadSchema(),
    logger: parts.logger,
    limits: () => settings.current().limits,
    introspection: isOn(config.introspection, config),
    persistedQueries: options,
    answers: {
      serverTiming: config.environment !== 'production',
      partialDataStatus: config.partialDataStatus,
    },
  });
  return {
    server,
    app: createApp({ parts, server, observer: observePages(parts.metrics, parts.logger), admit, settings, config }),
  };
}
