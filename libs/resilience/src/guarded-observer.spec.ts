import { guardObserver } from './guarded-observer.ts';

const retried = {
  service: 'order',
  operation: 'getOrder',
  attempt: 1,
  code: 'DOWNSTREAM_TIMEOUT',
  delayMs: 1,
} as const;

describe('a guarded observer', () => {
  it('hands events on', () => {
    const seen: unknown[] = [];
    guardObserver({ retried: (event) => void seen.push(event) }).retried(retried);
    expect(seen).toEqual([retried]);
  });

  it('does nothing for events that nobody listens to', () => {
    expect(() => guardObserver({}).retried(retried)).not.toThrow();
  });

  it('drops what a listener throws, and warns of the first time only', () => {
    const warned = jest.spyOn(process, 'emitWarning').mockImplementation(() => {});
    const observer = guardObserver({
      retried: () => {
        throw new Error('the metric is not registered');
      },
    });
    observer.retried(retried);
    observer.retried(retried);
    expect(warned.mock.calls).toEqual([
      [expect.stringContaining('the metric is not registered'), 'PolicyObserverWarning'],
    ]);
  });

  it('drops the rejection of a listener that is async', async () => {
    const warned = jest.spyOn(process, 'emitWarning').mockImplementation(() => {});
    const unhandled = jest.fn();
    process.on('unhandledRejection', unhandled);
    guardObserver({ retried: () => Promise.reject(new Error('the log is full')) }).retried(retried);
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', unhandled);
    expect(warned).toHaveBeenCalledTimes(1);
    expect(unhandled).not.toHaveBeenCalled();
  });

  it('keeps the observer its own `this`', () => {
    class Counter {
      count = 0;
      retried(): void {
        this.count += 1;
      }
    }
    const counter = new Counter();
    guardObserver(counter).retried(retried);
    expect(counter.count).toBe(1);
  });
});
