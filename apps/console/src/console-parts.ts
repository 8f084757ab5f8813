import { type Clock, systemClock } from '@bff/clock';
import { type Logger, type Metrics, createLogger, createMetrics } from '@bff/observability';
import { AuditTrail } from './acts/audit-trail.ts';
import { OperatorActs } from './acts/operator-acts.ts';
import { AdminHttp } from './admin-port/admin-http.ts';
import type { ConsoleConfig } from './config.ts';
import { EventHub } from './events/event-hub.ts';
import { HistoryKeeper } from './history/history-keeper.ts';
import { LoadGenerator } from './load/load-generator.ts';
import { Collector } from './polling/collector.ts';
import type { StateSources } from './state/build-state.ts';
import { type IssueToken, tokenIssuer } from './token/issue-token.ts';

/** What a test puts in the place of the real thing. */
export interface ConsoleOverrides {
  readonly clock?: Clock;
  readonly logger?: Logger;
  /** Where the page's files are looked for. */
  readonly webDirs?: readonly string[];
}

export interface ConsoleParts {
  readonly config: ConsoleConfig;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly collector: Collector;
  readonly sources: StateSources;
  readonly hub: EventHub;
  readonly acts: OperatorActs;
  readonly trail: AuditTrail;
  /** What there is outside production only. */
  readonly development: { readonly load: LoadGenerator; readonly issueToken: IssueToken } | undefined;
  readonly webDirs: readonly string[] | undefined;
  /** Watches from now on. */
  start(): void;
  close(): void;
}

/** Constructs the parts of the console. */
export function createParts(config: ConsoleConfig, overrides: ConsoleOverrides): ConsoleParts {
  const { clock = systemClock, webDirs } = overrides;
  const logger = overrides.logger ?? createLogger({ app: 'console', level: config.logLevel });
  const production = config.environment === 'production';
  const http = new AdminHttp(clock);
  const collector = new Collector({ targets: config.targets, http, clock, logger, production });
  const { apps } = collector;
  const history = new HistoryKeeper({ apps, clock, logger });
  const trail = new AuditTrail(apps, http);
  const issuer = production ? undefined : tokenIssuer(config.userUrl, clock);
  const urls = new Map([
    ['mobile-bff', config.mobileUrl],
    ['web-bff', config.webUrl],
    ['graphql-bff', config.graphqlUrl],
  ]);
  const development = issuer && {
    issueToken: issuer.issueToken,
    load: new LoadGenerator({ clock, issueToken: issuer.issueToken, urlOf: (app) => urls.get(app) }),
  };
  const sources = { apps, history, clock, production, load: () => development?.load.state() ?? null };
  const hub = new EventHub(sources, logger);
  return {
    config,
    logger,
    metrics: createMetrics({ app: 'console' }),
    clock,
    collector,
    sources,
    hub,
    acts: new OperatorActs(collector, http),
    trail,
    development,
    webDirs,
    start() {
      history.start();
      collector.start((app) => {
        history.see(app);
        trail.see(app);
      });
    },
    close() {
      hub.close();
      collector.close();
      history.close();
      development?.load.close();
      issuer?.close();
      http.close();
    },
  };
}
