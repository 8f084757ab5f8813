import { ClientGone, DeadlineExceeded, DownstreamError, PageSettled } from '@bff/errors';
import { createLogSink, createLogger, createMetrics } from '@bff/observability';
import { observePages } from './observe-pages.ts';

function lineFor(error: unknown) {
  const sink = createLogSink();
  const metrics = createMetrics({ app: 'test', processMetrics: false });
  observePages(metrics, createLogger({ app: 'test', level: 'debug', destination: sink })).sectionThrew?.({
    page: 'order',
    section: 'stock',
    requestId: 'req-1',
    error,
  });
  return sink.lines()[0];
}

const downstream = (code: 'DOWNSTREAM_TIMEOUT' | 'NOT_FOUND') =>
  new DownstreamError(code, { service: 'inventory', operation: 'getStock' });

it.each([
  [
    'a failing service',
    downstream('DOWNSTREAM_TIMEOUT'),
    { level: 'warn', service: 'inventory', operation: 'getStock' },
  ],
  ['a page that could wait no longer', new DeadlineExceeded(), { level: 'warn', code: 'DOWNSTREAM_TIMEOUT' }],
  ['an answer', downstream('NOT_FOUND'), { level: 'debug', code: 'NOT_FOUND' }],
  ['a defect of ours', new TypeError('oops'), { level: 'error', err: { message: 'oops' } }],
])('logs why a section failed: %s', (_, error, line) => {
  expect(lineFor(error)).toMatchObject({ page: 'order', section: 'stock', requestId: 'req-1', ...line });
});

it.each([new ClientGone(), new PageSettled()])('logs nothing for what is nobody’s failure: %s', (error) => {
  expect(lineFor(error)).toBeUndefined();
});
