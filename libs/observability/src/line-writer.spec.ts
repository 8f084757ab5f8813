import { LineWriter } from './line-writer.ts';

/** A pipe with room for so many bytes, which somebody may empty; or one that fails. */
function startPipe(room: number) {
  const pipe = { room, written: '', paused: 0, failure: 'EAGAIN' };
  const writer = new LineWriter({
    write(bytes) {
      const taken = Math.min(pipe.room, bytes.length);
      if (taken === 0) throw Object.assign(new Error(pipe.failure), { code: pipe.failure });
      pipe.room -= taken;
      pipe.written += Buffer.from(bytes.subarray(0, taken)).toString('latin1');
      return taken;
    },
    pause: () => void (pipe.paused += 1),
  });
  return { pipe, writer };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('LineWriter', () => {
  it('writes at once while there is room', () => {
    const { pipe, writer } = startPipe(100);
    writer.write('one\n');
    writer.write('two\n');
    expect(pipe.written).toBe('one\ntwo\n');
    expect(jest.getTimerCount()).toBe(0);
  });

  it('keeps what has no room, to the byte and in order, until there is some', () => {
    const { pipe, writer } = startPipe(6);
    for (const line of ['one\n', 'twö\n', 'three\n']) writer.write(line);
    expect(pipe.written).toBe('one\ntw');
    pipe.room = 100;
    writer.write('four\n');
    jest.advanceTimersByTime(20);
    expect(Buffer.from(pipe.written, 'latin1').toString()).toBe('one\ntwö\nthree\nfour\n');
    expect(jest.getTimerCount()).toBe(0);
  });

  it('keeps 1 MiB, loses what comes on top, and tells of it in the gap', () => {
    const { pipe, writer } = startPipe(0);
    writer.onLost = (lines) => writer.write(`lost ${lines}\n`);
    const line = `${'x'.repeat(1023)}\n`;
    for (let count = 0; count < 1030; count += 1) writer.write(line);
    writer.write('short\n');
    pipe.room = Number.POSITIVE_INFINITY;
    jest.advanceTimersByTime(20);
    writer.write('after\n');
    expect(pipe.written).toBe(`${line.repeat(1024)}lost 7\nafter\n`);
  });

  it('tries again after an error that may pass', () => {
    const { pipe, writer } = startPipe(0);
    pipe.failure = 'ENOSPC';
    writer.write('one\n');
    pipe.room = 100;
    jest.advanceTimersByTime(20);
    expect(pipe.written).toBe('one\n');
  });

  it.each(['EPIPE', 'ECONNRESET', 'EBADF'])('says no more after %s', (failure) => {
    const { pipe, writer } = startPipe(0);
    pipe.failure = failure;
    writer.write('one\n');
    pipe.room = 100;
    writer.write('two\n');
    writer.flush();
    expect(pipe).toMatchObject({ written: '', paused: 0 });
    expect(jest.getTimerCount()).toBe(0);
  });

  it('waits a little at the end for a reader that reads, and no longer for one that does not', () => {
    jest.useRealTimers();
    const { pipe, writer } = startPipe(2);
    writer.write('one\n');
    const startedAt = performance.now();
    writer.flush();
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(100);
    expect(pipe.written).toBe('on');
    pipe.room = 100;
    writer.flush();
    expect(pipe.written).toBe('one\n');
  });
});
