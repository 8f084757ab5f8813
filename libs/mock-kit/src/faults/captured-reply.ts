import type { NextFunction, Response } from 'express';

/**
 * Lets the real handler write its reply, and hands over the whole body instead of sending it. Status and headers stay on
 * `res`, unsent; what then goes out is up to `deliver`. A fault that breaks a real reply is a better test of a client
 * than an invented one.
 */
export function captureReply(res: Response, deliver: (body: Buffer) => void): void {
  const { write, end } = res;
  const chunks: Buffer[] = [];

  const keep = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === 'string') {
      chunks.push(Buffer.from(chunk, typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8'));
    } else if (chunk instanceof Uint8Array) {
      chunks.push(Buffer.from(chunk));
    }
  };

  res.write = (chunk: unknown, encoding?: unknown) => {
    keep(chunk, encoding);
    return true;
  };
  res.end = (chunk?: unknown, encoding?: unknown) => {
    res.write = write;
    res.end = end;
    keep(chunk, encoding);
    deliver(Buffer.concat(chunks));
    return res;
  };
}

/** Sends a body in the place of the captured one. What was said about the old one (length, tag) no longer holds. */
export function replaceBody(res: Response, body: Buffer): void {
  res.removeHeader('etag');
  res.setHeader('content-length', body.length);
  res.end(body);
}

/** Runs the real routes and hands over the reply they would have sent. */
export function reply(res: Response, next: NextFunction, deliver: (body: Buffer) => void): void {
  captureReply(res, deliver);
  next();
}
