import type { IncomingMessage, ServerResponse } from 'node:http';
import { BadRequest, ClientGone, HttpProblem } from '@bff/errors';
import type { z } from 'zod';
import { contentTooLarge } from '../app/request-limits.ts';
import { fieldErrorsOf } from './field-errors.ts';

const defaultMaxBytes = 64 * 1024;

/**
 * Reads a JSON body and checks it. Throws 415 for another content type or encoding, 413 for more than `maxBytes` (64 KiB
 * unless told), 400 for what is not JSON and for every field that the schema refuses, `ClientGone` when the client left
 * before the end.
 */
export async function readJsonBody<S extends z.ZodType>(
  { req, res }: { req: IncomingMessage; res: ServerResponse },
  schema: S,
  { maxBytes = defaultMaxBytes }: { maxBytes?: number } = {},
): Promise<z.output<S>> {
  checkMediaType(req);
  if (Number(req.headers['content-length'] ?? 0) > maxBytes) throw contentTooLarge(maxBytes);
  if (req.headers.expect !== undefined) res.writeContinue();
  const body = parseJson(await readBytes(req, maxBytes));
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw new BadRequest(fieldErrorsOf(result.error, { schema, input: body, where: 'body' }));
}

function checkMediaType(req: IncomingMessage): void {
  const [type = '', ...parameters] = (req.headers['content-type'] ?? '').toLowerCase().split(';');
  const isJson = /^application\/(?:[\w.-]+\+)?json$/.test(type.trim());
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='));
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  const encoding = req.headers['content-encoding'];
  if (isJson && isUtf8 && (encoding === undefined || encoding === 'identity')) return;
  throw new HttpProblem(415, 'UNSUPPORTED_MEDIA_TYPE', 'The request body is of an unsupported type', {
    detail: 'application/json in UTF-8, not compressed, is taken',
    headers: { Accept: 'application/json' },
  });
}

function readBytes(req: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const onData = (chunk: Buffer): void => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      else fail(contentTooLarge(maxBytes));
    };
    const fail = (error: Error): void => {
      req.off('data', onData);
      reject(error);
    };
    req.on('data', onData);
    req.once('end', () => resolve(Buffer.concat(chunks)));
    req.once('error', () => fail(new ClientGone()));
    // It also comes after the end: an error that nobody needs would cost more than reading the body did.
    req.once('close', () => {
      if (!req.readableEnded) fail(new ClientGone());
    });
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    throw new BadRequest([{ in: 'body', field: '(body)', reason: 'must be valid JSON in UTF-8' }]);
  }
}
