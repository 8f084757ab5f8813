import { type Agent, request as httpRequest } from 'node:http';
import type { LoadAnswer, LoadRequest } from './load-request.ts';

/** Sends one request and reads its answer to the end. Never rejects: a failure is an answer with an `error`. */
export function sendRequest(
  request: LoadRequest,
  { agent, dueAtMs, keepBody }: { agent: Agent; dueAtMs: number; keepBody: boolean },
): Promise<LoadAnswer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const settle = (ended: Partial<Pick<LoadAnswer, 'status' | 'headers' | 'error'>>): void => {
      clearTimeout(leave);
      resolve({
        request,
        dueAtMs,
        tookMs: performance.now() - dueAtMs,
        status: undefined,
        headers: {},
        error: undefined,
        ...ended,
        bytes,
        body: keepBody ? Buffer.concat(chunks) : undefined,
      });
    };
    const { method = 'GET', body } = request;
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const sent = httpRequest(request.url, { agent, method, headers: { ...length, ...request.headers } });
    const hangUp = (): unknown => sent.destroy(Object.assign(new Error('left'), { code: 'aborted' }));
    const leave = request.abortAfterMs === undefined ? undefined : setTimeout(hangUp, request.abortAfterMs);
    sent.on('error', (error: NodeJS.ErrnoException) => settle({ error: error.code ?? error.message }));
    sent.on('response', (response) => {
      if (request.abortAtHead === true) {
        response.on('error', () => settle({ error: 'aborted' }));
        hangUp();
        return;
      }
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (keepBody) chunks.push(chunk);
      });
      response.on('error', (error: NodeJS.ErrnoException) => settle({ error: error.code ?? error.message }));
      response.on('end', () => settle({ status: response.statusCode, headers: response.headers }));
    });
    sent.end(body);
  });
}
