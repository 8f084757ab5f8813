import { randomFillSync } from 'node:crypto';

/** Asking the system for randomness costs more than the bytes do, so it is asked for many at once. */
const pool = Buffer.alloc(4096);
let used = pool.length;

/** Random bytes from the system's generator, as lower-case hex; never all zero, which a trace id may not be. */
export function randomHex(bytes: 8 | 16): string {
  for (;;) {
    if (used + bytes > pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    const hex = pool.toString('hex', used, used + bytes);
    used += bytes;
    if (/[^0]/.test(hex)) return hex;
  }
}
