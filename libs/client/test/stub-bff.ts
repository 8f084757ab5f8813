import type { IncomingMessage } from 'node:http';
import { type Listening, listen } from '@bff/testing';

/** What the stub answers: a body and how. */
export interface StubAnswer {
  readonly status?: number;
  readonly type?: string;
  readonly body: unknown;
}

/** Answers every request with the same, and keeps the requests. */
export interface StubBff extends Listening {
  answer: StubAnswer;
  readonly requests: readonly IncomingMessage[];
}

export async function startStubBff(): Promise<StubBff> {
  const requests: IncomingMessage[] = [];
  const stub: { answer: StubAnswer } = { answer: { body: {} } };
  const listening = await listen((req, res) => {
    requests.push(req);
    const { status = 200, type = status < 400 ? 'application/json' : 'application/problem+json', body } = stub.answer;
    res.writeHead(status, { 'content-type': type });
    res.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  return Object.assign(stub, { ...listening, requests });
}

/** An order page of which the payment failed and the stock is stale. */
export const partialOrderPage = {
  data: {
    order: {
      id: 'ord_1',
      status: 'paid',
      placedAt: '2026-10-30T08:15:00Z',
      total: { amount: 8685, currency: 'EUR' },
      lines: [],
      shipTo: { recipient: 'Ada Lovelace', city: 'Amsterdam', country: 'NL' },
    },
    customer: { name: 'Ada', tier: 'gold' },
    payment: null,
    stock: [{ sku: 'SKU-0001', available: 3 }],
  },
  meta: {
    complete: false,
    degraded: true,
    requestId: 'req-1',
    sections: {
      payment: { status: 'failed', code: 'DOWNSTREAM_TIMEOUT', retryable: true, retryAfterMs: 2000 },
      stock: { status: 'stale', ageSeconds: 95, code: 'DOWNSTREAM_CIRCUIT_OPEN' },
    },
  },
};

export const timeoutProblem = {
  type: 'urn:bff:problem:downstream-timeout',
  title: 'A service did not answer in time',
  status: 504,
  code: 'DOWNSTREAM_TIMEOUT',
  section: 'order',
  retryable: true,
  retryAfterMs: 2000,
};
