import { createLogSink, createLogger } from '@bff/observability';
import { audited } from './audit.ts';
import { get } from './page-route.ts';
import { pagesOver } from '@bff/aggregation';
import { z } from 'zod';

const anyText = z.string();
const page = pagesOver<null, object>()('support', { path: { page: anyText, caller: anyText } });
const route = get('/support/:page/:caller', page, { role: 'support', subjectOf: () => undefined });

it('is written whatever LOG_LEVEL says, and no parameter passes for who asked', async () => {
  const sink = createLogSink();
  const log = createLogger({ app: 'test', level: 'error', destination: sink });
  const look = { callerId: 'usr_9', params: { page: 'another', caller: 'usr_1' }, log };
  await audited(route, look, () => Promise.resolve({ kind: 'answered', outcomes: {}, timings: {} }));
  expect(sink.lines()).toMatchObject([{ level: 'info', audit: { caller: 'usr_9', page: 'support' } }]);
});
