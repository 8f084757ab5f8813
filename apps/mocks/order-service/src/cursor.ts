import { createHmac, timingSafeEqual } from 'node:crypto';
import { type ListOrdersQuery, orderIdSchema } from '@bff/contracts';
import { z } from 'zod';

/** Where an order stands in the sorted list; what follows it comes next. */
export interface Position {
  /** What is sorted by, as a number. */
  readonly key: number;
  readonly id: string;
}

/** The mock guards nothing with it but its own honesty, so the key may stand here; it must outlive a restart. */
const signingKey = 'order-service cursor';
const signatureBytes = 12;

const positionSchema = z.tuple([z.number(), orderIdSchema]);

/** base64url of a signature and a position. The signature covers the filter and sort, without holding them. */
export function writeCursor({ key, id }: Position, query: ListOrdersQuery): string {
  const position = Buffer.from(JSON.stringify([key, id]));
  return Buffer.concat([signatureOf(position, query), position]).toString('base64url');
}

/** Undefined for anything that `writeCursor` did not write for the same filter and sort, to the last character. */
export function readCursor(cursor: string, query: ListOrdersQuery): Position | undefined {
  const bytes = Buffer.from(cursor, 'base64url');
  // Node skips what is not base64url and ignores the spare bits of the last character.
  if (bytes.toString('base64url') !== cursor || bytes.length <= signatureBytes) return undefined;
  const position = bytes.subarray(signatureBytes);
  if (!timingSafeEqual(bytes.subarray(0, signatureBytes), signatureOf(position, query))) return undefined;
  const [key, id] = positionSchema.parse(JSON.parse(position.toString()));
  return { key, id };
}

function signatureOf(position: Buffer, { userId, status, q, from, to, sort }: ListOrdersQuery): Buffer {
  const filter = JSON.stringify([userId, status, q, from, to, sort]);
  return createHmac('sha256', signingKey)
    .update(filter)
    .update('\n')
    .update(position)
    .digest()
    .subarray(0, signatureBytes);
}
