import { pagesOver, view } from '@bff/aggregation';
import { allowOrigins, compressAnswers } from '@bff/bff-http';
import { createCache } from '@bff/cache';
import { systemClock } from '@bff/clock';
import { DownstreamError, HttpProblem } from '@bff/errors';
import type { Caller, Role } from '@bff/identity';
import { type LogLine, createLogSink, createLogger, createMetrics } from '@bff/observability';
import { createApp } from '@bff/service-shell';
import { type Listening, listen } from '@bff/testing';
import { z } from 'zod';
import { get, mountPages } from '../src/index.ts';

/** What the sections of the page load from: texts that a test sets, and a failure where there is none. */
export interface Texts {
  title: string;
  remark: string | undefined;
}

export interface PageAppOptions {
  readonly etags?: boolean;
  readonly origins?: readonly string[];
  readonly compressFromBytes?: number;
}

/** An app with one page of two sections, which is also there for the role support. Who calls is in the header `caller`. */
export interface PageApp extends Listening {
  readonly texts: Texts;
  /** How often a section was loaded. */
  readonly loads: () => number;
  /** The lines of the audit log. */
  readonly audit: () => readonly LogLine[];
}

const page = pagesOver<Texts, { readonly caller: Caller }>();
const textView = view(z.object({ text: z.string() }), (text: string) => ({ text }));

export async function startPageApp(options: PageAppOptions = {}): Promise<PageApp> {
  const { etags = false, origins = [], compressFromBytes = Number.POSITIVE_INFINITY } = options;
  const texts: Texts = { title: 'Hello', remark: 'World' };
  let loads = 0;
  const load = (read: (from: Texts) => string | undefined) => async (from: Texts) => {
    loads += 1;
    const text = read(from);
    if (text === undefined) throw new DownstreamError('DOWNSTREAM_UNAVAILABLE', { service: 'text', operation: 'read' });
    return text;
  };
  const textPage = page('text', { path: { textId: z.string().regex(/^t\d+$/, 'must look like t1') } })
    .required('title', { load: load(({ title }) => title), view: textView })
    .optional('remark', { load: load(({ remark }) => remark), view: textView });
  const routes = [
    get('/texts/:textId', textPage),
    get('/support/texts/:textId', textPage, {
      role: 'support',
      subjectOf: ({ title }) => (title.status === 'failed' ? undefined : `owner of ${title.value.text}`),
    }),
  ];

  const sink = createLogSink();
  const logger = createLogger({ app: 'page-app', destination: sink });
  const cache = createCache({ namespace: 'page-app', schemaVersion: '1', clock: systemClock });
  const app = createApp({
    name: 'page-app',
    logger,
    metrics: createMetrics({ app: 'page-app', processMetrics: false }),
    routes(router) {
      allowOrigins(router, origins, routes);
      compressAnswers(router, { minBytes: () => compressFromBytes });
      mountPages(router, routes, {
        clock: systemClock,
        deadlineMs: () => 5000,
        contextOf: async (req) => ({ caller: callerOf(req.headersDistinct['caller']?.[0]) }),
        cache,
        sourcesFor: () => texts,
        observer: {},
        recording: { listeners: [] },
        serverTiming: false,
        etags,
      });
    },
  });
  const listening = await listen(app);
  return {
    ...listening,
    texts,
    loads: () => loads,
    audit: () => sink.lines().filter(({ msg }) => msg === 'audit'),
    async close() {
      await listening.close();
      await cache.close();
    },
  };
}

/** `usr_1` for a customer, `usr_1 support` for one with that role. */
function callerOf(header: string | undefined): Caller {
  if (header === undefined) throw new HttpProblem(401, 'UNAUTHENTICATED', 'Who is it?');
  const [userId = '', ...roles] = header.split(' ');
  return { userId, roles: new Set(roles.filter((role): role is Role => role === 'support')), scopes: new Set() };
}
