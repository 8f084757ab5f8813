/** One app of the system: where it lives and which ports it has unless the environment says otherwise. */
export interface AppEntry {
  /** Also the Nx project's name. */
  readonly name: string;
  /** Folder from the workspace root. */
  readonly dir: string;
  readonly port: number;
  readonly adminPort: number;
  readonly team: 'mobile' | 'web' | 'frontend' | 'platform';
  /**
   * A `bff` is what client apps call; a `service` is a stand-in for one that another team runs; a `console` looks at both,
   * and nothing depends on it.
   */
  readonly kind: 'bff' | 'service' | 'console';
}

/** Every app, in the order in which they are started and shown. A new app is one line here. */
export const apps: readonly AppEntry[] = [
  service('order', 4001, 9101),
  service('user', 4002, 9102),
  service('payment', 4003, 9103),
  service('inventory', 4004, 9104),
  { name: 'mobile-bff', dir: 'apps/mobile-bff', port: 3001, adminPort: 9001, team: 'mobile', kind: 'bff' },
  { name: 'web-bff', dir: 'apps/web-bff', port: 3002, adminPort: 9002, team: 'web', kind: 'bff' },
  { name: 'graphql-bff', dir: 'apps/graphql-bff', port: 3003, adminPort: 9003, team: 'frontend', kind: 'bff' },
  { name: 'console', dir: 'apps/console', port: 3000, adminPort: 9000, team: 'platform', kind: 'console' },
];

/** Those that answer client apps, and nobody who looks at them. */
export const watchedApps: readonly AppEntry[] = apps.filter(({ kind }) => kind !== 'console');

function service(name: string, port: number, adminPort: number): AppEntry {
  return {
    name: `${name}-service`,
    dir: `apps/mocks/${name}-service`,
    port,
    adminPort,
    team: 'platform',
    kind: 'service',
  };
}
