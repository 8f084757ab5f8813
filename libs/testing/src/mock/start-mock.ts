/** An answer of a service, parsed. */
export interface MockAnswer {
  readonly status: number;
  readonly mediaType: string | null;
  readonly body: unknown;
}

/** A mock service as its composition root gives it. */
interface ComposedMock<Parts> {
  readonly parts: Parts;
  start(): Promise<{ readonly url: string; readonly adminUrl: string; close(): Promise<void> }>;
}

/** A mock service that listens on real ports. */
export interface StartedMock<Parts> {
  readonly url: string;
  readonly adminUrl: string;
  readonly parts: Parts;
  get(path: string, init?: RequestInit): Promise<MockAnswer>;
  close(): Promise<void>;
}

/** What a mock service is tried with: any free ports, no log, no latency. */
const quiet = { PORT: '0', ADMIN_PORT: '0', LOG_LEVEL: 'silent', MOCK_LATENCY_MEDIAN_MS: '0' };

/** Starts a whole mock service over real HTTP, silent and without latency unless `env` says otherwise. */
export async function startMock<Parts>(
  compose: (env: Readonly<Record<string, string>>) => ComposedMock<Parts> | Promise<ComposedMock<Parts>>,
  env: Readonly<Record<string, string>> = {},
): Promise<StartedMock<Parts>> {
  const service = await compose({ ...quiet, ...env });
  const running = await service.start();
  return {
    url: running.url,
    adminUrl: running.adminUrl,
    parts: service.parts,
    async get(path, init = {}) {
      const response = await fetch(running.url + path, init);
      const body: unknown = await response.json();
      return { status: response.status, mediaType: response.headers.get('content-type'), body };
    },
    close: () => running.close(),
  };
}
