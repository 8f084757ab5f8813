import { gzipSync } from 'node:zlib';
import { reply } from './captured-reply.ts';
import type { Effect } from './effect.ts';

const INFLATED_MIB = 100;

/** White space of 1 MiB, which may follow a JSON value (RFC 8259 §2), as about 1 KiB. */
const packedMib = gzipSync(Buffer.alloc(1024 * 1024, ' '), { level: 9 });

/**
 * The real body and then white space, as gzip members one after the other (RFC 1952 §2.2), so that the mock itself never
 * holds what the client would have to.
 */
export const gzipBomb: Effect = ({ res, next }) =>
  reply(res, next, (body) => {
    const packed = Buffer.concat([gzipSync(body), ...Array.from({ length: INFLATED_MIB }, () => packedMib)]);
    res.removeHeader('etag');
    res.setHeader('content-encoding', 'gzip');
    res.setHeader('content-length', packed.length);
    res.end(packed);
  });
