import { request } from 'node:http';
import type { LoadRequest } from '../../../src/load/load-request.ts';

/** A body as it came over the wire. */
export interface Transferred {
  readonly status: number;
  readonly bytes: number;
  /** `gzip`, `br`, or undefined when it came as it is. */
  readonly encoding: string | undefined;
}

/** Sends a request with this `Accept-Encoding`, and counts the body without decoding it. */
export const transferred = (
  { url, method = 'GET', headers, body }: LoadRequest,
  accept: string,
): Promise<Transferred> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { method, agent: false, headers: { ...headers, 'accept-encoding': accept } });
    sent
      .once('response', (response) => {
        let bytes = 0;
        response
          .on('data', (chunk: Buffer) => (bytes += chunk.length))
          .once('error', reject)
          .once('end', () =>
            resolve({ status: response.statusCode ?? 0, bytes, encoding: response.headers['content-encoding'] }),
          );
      })
      .once('error', reject)
      .end(body);
  });
