import { Dispatcher } from 'undici';
import { ExchangeCancelled, exchange } from './exchange.ts';

/** A dispatcher that does nothing until the test does it, as one whose connection is still being made. */
class HeldDispatcher extends Dispatcher {
  handler: Dispatcher.DispatchHandler | undefined;
  override dispatch(_: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    this.handler = handler;
    return true;
  }
}

const controller = (abort: (reason: Error) => void = () => {}): Dispatcher.DispatchController => ({
  aborted: false,
  paused: false,
  reason: null,
  abort,
  pause: () => {},
  resume: () => {},
});

const request = { method: 'GET', path: '/' };

describe('exchange', () => {
  it('gives status, headers and the whole body, decoded across chunks', async () => {
    const dispatcher = new HeldDispatcher();
    const answer = exchange(dispatcher, request, new AbortController().signal);
    const bytes = Buffer.from('{"name":"Zoë"}');
    const { handler } = dispatcher;
    handler?.onRequestStart?.(controller(), undefined);
    handler?.onResponseStart?.(controller(), 103, { link: 'early' });
    handler?.onResponseStart?.(controller(), 200, { 'content-type': 'application/json' });
    handler?.onResponseData?.(controller(), bytes.subarray(0, 12));
    handler?.onResponseData?.(controller(), bytes.subarray(12));
    handler?.onResponseEnd?.(controller(), {});
    await expect(answer).resolves.toEqual({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"name":"Zoë"}',
    });
  });

  it('is not started when the signal has aborted', async () => {
    const dispatcher = new HeldDispatcher();
    await expect(exchange(dispatcher, request, AbortSignal.abort())).rejects.toBeInstanceOf(ExchangeCancelled);
    expect(dispatcher.handler).toBeUndefined();
  });

  it('ends at once when it is cancelled while the connection is still being made, and is never sent then', async () => {
    const dispatcher = new HeldDispatcher();
    const abort = new AbortController();
    const answer = exchange(dispatcher, request, abort.signal);
    abort.abort();
    await expect(answer).rejects.toBeInstanceOf(ExchangeCancelled);

    const aborted = jest.fn();
    dispatcher.handler?.onRequestStart?.(controller(aborted), undefined);
    expect(aborted).toHaveBeenCalledTimes(1);
  });

  it('ends the request when it is cancelled under way', async () => {
    const dispatcher = new HeldDispatcher();
    const abort = new AbortController();
    const answer = exchange(dispatcher, request, abort.signal);
    const aborted = jest.fn();
    dispatcher.handler?.onRequestStart?.(controller(aborted), undefined);
    abort.abort();
    await expect(answer).rejects.toBeInstanceOf(ExchangeCancelled);
    expect(aborted).toHaveBeenCalledTimes(1);
  });

  it.each(['answered', 'failed'])('lets go of the signal when it has %s', async (end) => {
    const dispatcher = new HeldDispatcher();
    const { signal } = new AbortController();
    const added = jest.spyOn(signal, 'addEventListener');
    const removed = jest.spyOn(signal, 'removeEventListener');
    const answer = exchange(dispatcher, request, signal);
    if (end === 'answered') dispatcher.handler?.onResponseEnd?.(controller(), {});
    else dispatcher.handler?.onResponseError?.(controller(), new Error('broken'));
    await answer.catch(() => {});
    expect(removed).toHaveBeenCalledWith(...(added.mock.calls[0]?.slice(0, 2) ?? []));
  });
});
