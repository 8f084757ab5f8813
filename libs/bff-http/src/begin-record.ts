import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '@bff/clock';
import { PageRecord, type PageRecording, clientVersionOf } from '@bff/observability';
import { requestScope } from '@bff/service-shell';

export interface RecordOptions {
  readonly page: string;
  readonly budgetMs: number;
  readonly clock: Clock;
  readonly recording: PageRecording;
}

/** The record of the page that `res` answers, which began when the request's head had been read. */
export function beginRecord(req: IncomingMessage, res: ServerResponse, options: RecordOptions): PageRecord {
  const { page, budgetMs, clock, recording } = options;
  const { requestId, trace, receivedAtMs } = requestScope(res);
  return new PageRecord({
    page,
    requestId,
    trace: recording.isSampled ? { ...trace, sampled: recording.isSampled(trace) } : trace,
    client: clientVersionOf(req.headers),
    startedAtMs: receivedAtMs,
    startedAt: clock.wallTime() - (clock.now() - receivedAtMs),
    budgetMs,
    listeners: recording.listeners,
  });
}
