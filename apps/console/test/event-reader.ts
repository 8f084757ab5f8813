import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { ConsoleState } from '../src/wire/index.ts';

/** A browser's `EventSource`, as far as it matters here. */
export interface EventReader {
  readonly headers: IncomingMessage['headers'];
  /** What came so far. */
  readonly states: readonly ConsoleState[];
  readonly text: () => string;
  /** Resolves when the server has ended the stream in order, rejects when it was cut. */
  readonly ended: Promise<void>;
  pause(): void;
  resume(): void;
  close(): void;
}

export function openEvents(consoleUrl: string): Promise<EventReader> {
  return new Promise((resolve, reject) => {
    const asked: ClientRequest = request(`${consoleUrl}/api/events`, { agent: false }, (res) => {
      let text = '';
      const states: ConsoleState[] = [];
      let rest = '';
      res.setEncoding('utf8');
      res.on('data', (chunk: string) => {
        text = (text + chunk).slice(-1_000_000);
        const frames = (rest + chunk).split('\n\n');
        rest = frames.pop() ?? '';
        for (const frame of frames) {
          const data = /^event: state\ndata: (.*)$/.exec(frame)?.[1];
          if (data !== undefined) states.push(JSON.parse(data));
        }
      });
      const ended = new Promise<void>((done, cut) => {
        res.once('end', () => done());
        res.once('error', cut);
      });
      ended.catch(() => {});
      resolve({
        headers: res.headers,
        states,
        text: () => text,
        ended,
        pause: () => void res.pause(),
        resume: () => void res.resume(),
        close: () => void asked.destroy(),
      });
    });
    asked.once('error', reject).end();
  });
}
