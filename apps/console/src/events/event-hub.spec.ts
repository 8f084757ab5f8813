import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { createLogSink, createLogger } from '@bff/observability';
import { VirtualClock } from '@bff/testing';
import { HistoryKeeper } from '../history/history-keeper.ts';
import type { LoadState } from '../wire/index.ts';
import { EventHub } from './event-hub.ts';

/** A browser that takes what it is sent, or does not. */
class Reader extends EventEmitter {
  takes = true;
  destroyed = false;
  readonly written: string[] = [];

  writeHead(): void {}

  write(text: string | Buffer): boolean {
    this.written.push(String(text));
    return this.takes;
  }

  end(): void {}

  destroy(): void {
    this.destroyed = true;
    this.emit('close');
  }

  get frames(): readonly string[] {
    return this.written.filter((text) => text.startsWith('event: state'));
  }
}

const clock = new VirtualClock();
let rate: number;
let hub: EventHub;
let reader: Reader;
beforeEach(async () => {
  const logger = createLogger({ app: 'console', destination: createLogSink() });
  const history = new HistoryKeeper({ apps: [], clock, logger });
  rate = 1;
  const load = () => ({ ratePerSecond: rate }) as LoadState;
  hub = new EventHub({ apps: [], history, clock, production: false, load }, logger);
  reader = new Reader();
  hub.open(reader as unknown as ServerResponse);
  await clock.advanceBy(1000);
});
afterEach(() => {
  hub.close();
});

it('sends nothing while a frame is on its way, and then how things are by then, though nothing changes any more', async () => {
  const before = reader.frames.length;
  reader.takes = false;
  rate = 2;
  await clock.advanceBy(500);
  rate = 3;
  await clock.advanceBy(1000);
  expect(reader.frames.length).toBe(before + 1);
  reader.takes = true;
  reader.emit('drain');
  await clock.advanceBy(500);
  expect(reader.frames.length).toBe(before + 2);
  expect(reader.frames.at(-1)).toContain('"ratePerSecond":3');
  await clock.advanceBy(500);
  expect(reader.frames.length).toBe(before + 2);
});

it('sends a frame at least every five seconds while nothing changes, and a comment every fifteen', async () => {
  const before = reader.frames.length;
  await clock.advanceBy(30_000);
  expect(reader.frames.length - before).toBe(Math.floor(30_000 / 4800));
  expect(reader.written.filter((text) => text.startsWith(':')).length).toBeGreaterThanOrEqual(2);
});

it('gives up a reader that takes nothing for half a minute', async () => {
  reader.takes = false;
  await clock.advanceBy(29_000);
  expect([reader.destroyed, hub.count]).toEqual([false, 1]);
  await clock.advanceBy(12_000);
  expect([reader.destroyed, hub.count]).toEqual([true, 0]);
});
