import type { ServerResponse } from 'node:http';
import type { PageResponse } from '@bff/aggregation';
import { etagOf, namesTag, sendNotModified } from '@bff/bff-http';
import { sendJson, sendText } from '@bff/service-shell';

/**
 * Sends an answered page. With `etags`, a whole one carries an entity tag, and a client that has it already is told so
 * with 304. A degraded one never does: it is not what the page is, and must not be taken for it later.
 */
export function sendPage(res: ServerResponse, { body, headers }: PageResponse, etags: boolean): void {
  if (!etags || body.meta.degraded) {
    sendJson(res, 200, body, headers);
    return;
  }
  // The data are written once, for the tag and for the body.
  const data = JSON.stringify(body.data);
  const etag = etagOf(data);
  if (namesTag(res.req.headers['if-none-match'], etag)) {
    sendNotModified(res, { ...headers, ETag: etag });
  } else {
    const text = `{"data":${data},"meta":${JSON.stringify(body.meta)}}`;
    sendText(res, 200, text, { 'Content-Type': 'application/json', ...headers, ETag: etag });
  }
}
