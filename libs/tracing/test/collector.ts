import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { finished } from 'node:stream/promises';
import { gunzipSync } from 'node:zlib';
import { type Listening, listen } from '@bff/testing';
import { type ReceivedBatch, type ReceivedSpan, readTraces } from './otlp.ts';

export interface Delivery {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly batches: readonly ReceivedBatch[];
}

/** Does what a collector does with a delivery that it has read. */
export type Answer = (res: ServerResponse) => void;

export interface Collector {
  readonly url: string;
  readonly deliveries: readonly Delivery[];
  /** Of all deliveries, whatever they were answered with. */
  spans(): readonly ReceivedSpan[];
  /** From now on; at first each delivery is taken. `hang`: with nothing until `release` or the end. */
  answerWith(answer: Answer | 'hang'): void;
  /** Answers what hangs. */
  release(answer: Answer): Promise<void>;
  /** Answers the last that hangs. */
  releaseLast(answer: Answer): Promise<void>;
  /** Resolves when that many deliveries have come. */
  received(count: number): Promise<void>;
  close(): Promise<void>;
}

const type = 'application/x-protobuf';
export const taken: Answer = (res) => void res.writeHead(200, { 'content-type': type }).end();
export const refusedWith =
  (status: number): Answer =>
  (res) =>
    void res.writeHead(status).end('secret words');
/** Of what it was sent it took all but so many spans, fewer than 128. */
export const takenBut = (spans: number): Answer => {
  const message = Buffer.from('secret words');
  const partial = Buffer.concat([Buffer.from([0x08, spans, 0x12, message.length]), message]);
  const body = Buffer.concat([Buffer.from([0x0a, partial.length]), partial]);
  return (res) => void res.writeHead(200, { 'content-type': type }).end(body);
};

/** A collector that takes OTLP over HTTP as protobuf, and keeps what it was sent. */
export async function startCollector(): Promise<Collector> {
  const deliveries: Delivery[] = [];
  const waiting = new Set<() => void>();
  const hanging = new Set<ServerResponse>();
  let answer: Answer = taken;
  const releaseAll = async (responses: readonly ServerResponse[], last: Answer): Promise<void> => {
    for (const res of responses) {
      hanging.delete(res);
      last(res);
    }
    await Promise.all(responses.map((res) => finished(res).catch(() => undefined)));
  };
  const release = (last: Answer): Promise<void> => releaseAll([...hanging], last);
  const take = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    deliveries.push(await read(req));
    for (const look of waiting) look();
    answer(res);
  };
  const server: Listening = await listen((req, res) => void take(req, res));
  return {
    url: server.url,
    deliveries,
    spans: () => deliveries.flatMap(({ batches }) => batches.flatMap(({ spans }) => spans)),
    answerWith: (next) => void (answer = next === 'hang' ? (res) => void hanging.add(res) : next),
    release,
    releaseLast: (last) => releaseAll([...hanging].slice(-1), last),
    received: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (deliveries.length >= count) resolve();
        };
        waiting.add(look);
        look();
      }),
    // An exporter that waits for an answer would keep the process of the test from ending.
    close: async () => {
      answer = taken;
      await release(taken);
      await server.close();
    },
  };
}

async function read(req: IncomingMessage): Promise<Delivery> {
  const body = Buffer.concat(await req.toArray());
  const plain = req.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
  return { path: req.url ?? '', headers: req.headers, batches: readTraces(plain) };
}
