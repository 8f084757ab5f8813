import { aPayment, listen } from '@bff/testing';
import { Draws } from '../../simulator/draws.ts';

/** A payment service that is quick, but now and then takes very much longer. */
export interface UnevenPayments {
  readonly url: string;
  /** Requests since the last `restart`, and how many of them were slow. */
  readonly counts: { readonly requests: number; readonly slow: number };
  /** Begins to draw and to count anew. */
  restart(): void;
  close(): Promise<void>;
}

export interface UnevenPaymentsOptions {
  readonly seed: number;
  /** Which share of its answers is slow. */
  readonly slowShare: number;
  readonly slowMs: number;
  /** The others take a time between these, drawn evenly. */
  readonly usualMs: readonly [least: number, most: number];
}

export async function startUnevenPayments({
  seed,
  slowShare,
  slowMs,
  usualMs: [least, most],
}: UnevenPaymentsOptions): Promise<UnevenPayments> {
  let draws = new Draws(seed);
  let counts = { requests: 0, slow: 0 };
  const { url, close } = await listen((req, res) => {
    const slow = draws.chance(slowShare);
    const takesMs = slow ? slowMs : least + (most - least) * draws.random();
    counts.requests += 1;
    if (slow) counts.slow += 1;
    const orderId = new URL(req.url ?? '/', 'http://payments').searchParams.get('orderId') ?? '';
    const body = JSON.stringify({ payments: [aPayment({ orderId })] });
    const timer = setTimeout(() => {
      res.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body);
    }, takesMs);
    res.once('close', () => clearTimeout(timer));
  });
  return {
    url,
    get counts() {
      return counts;
    },
    restart() {
      draws = new Draws(seed);
      counts = { requests: 0, slow: 0 };
    },
    close,
  };
}
