import type { ApolloServer } from '@apollo/server';
import type { PageObserver } from '@bff/aggregation';
import type { BffParts } from '@bff/bff-host';
import { allowOrigins, compressAnswers, crossOriginHeaders } from '@bff/bff-http';
import type { LiveSettings } from '@bff/live-settings';
import { type ServiceApp, createApp as createShell } from '@bff/service-shell';
import { type GraphqlConfig, isOn } from './config.ts';
import type { GraphQLContext } from './operation/operation.ts';
import type { Admission } from './persisted/persisted-operations.ts';
import { developmentToken } from './playground/development-token.ts';
import { mountPlayground } from './playground/mount-playground.ts';
import { mountGraphql } from './server/mount-graphql.ts';
import { refusalForm } from './server/refusal-form.ts';
import type { GraphqlSettings } from './settings.ts';

export interface AppParts {
  readonly parts: BffParts;
  readonly server: ApolloServer<GraphQLContext>;
  readonly observer: PageObserver;
  readonly admit: Admission;
  readonly settings: LiveSettings<GraphqlSettings>;
  readonly config: GraphqlConfig;
}

/** A query in an address: what a browser's cache and a shell can keep. Longer ones are sent in a body. */
const maxUrlChars = 8192;

/** The app as a request listener: the shell around the endpoint and its playground. */
export function createApp({ parts, server, observer, admit, settings, config }: AppParts): ServiceApp {
  const { app: name, logger, metrics, clock } = parts;
  return createShell({
    name,
    logger,
    metrics,
    clock,
    limits: { maxUrlChars },
    shedding: {
      limits: () => settings.current().shedding,
      form: refusalForm,
      headersFor: crossOriginHeaders(config.corsOrigins),
    },
    routes: (router) => {
      // Before other origins are let in: what it hands out is for its own page.
      if (isOn(config.playground, config)) {
        const issues = config.environment !== 'production';
        mountPlayground(router, {
          tokenFrom: issues ? developmentToken({ userServiceUrl: config.userUrl, fetch, clock }) : undefined,
        });
      }
      allowOrigins(router, config.corsOrigins, [{ path: '/graphql' }], {
        methods: ['POST'],
        headers: [
          'Content-Type',
          'Apollo-Require-Preflight',
          'X-Apollo-Operation-Name',
          'Apollographql-Client-Name',
          'Apollographql-Client-Version',
        ],
      });
      compressAnswers(router, { minBytes: () => settings.current().compression.minBytes });
      mountGraphql(router, { parts, server, observer, admit, deadlineMs: () => settings.current().page.deadlineMs });
    },
  });
}
