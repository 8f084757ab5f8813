import {
  ClientGone,
  DeadlineExceeded,
  PageSettled,
  ShuttingDown,
  abortReasonOf,
  isAbortReason,
} from './abort-reason.ts';

const reasons = [new DeadlineExceeded(), new ClientGone(), new PageSettled(), new ShuttingDown()];

describe('abort reasons', () => {
  it.each(reasons)('$name is read back from the signal it aborted, as the very object', (reason) => {
    const controller = new AbortController();
    controller.abort(reason);
    expect(abortReasonOf(controller.signal)).toBe(reason);
  });

  it.each(reasons)('$name is an Error that says what happened', (reason) => {
    expect(isAbortReason(reason)).toBe(true);
    expect(reason).toBeInstanceOf(Error);
    expect(reason.name).toBe(reason.constructor.name);
    expect(reason.message).not.toBe('');
  });

  it('can name the deadline that passed', () => {
    expect(new DeadlineExceeded('740 ms passed').message).toBe('740 ms passed');
  });

  it('are not read from a signal that was not aborted', () => {
    expect(abortReasonOf(new AbortController().signal)).toBeUndefined();
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'ClientGone'],
    ['an error of the same name', Object.assign(new Error('x'), { name: 'ClientGone' })],
    ['an object of the same shape', { name: 'DeadlineExceeded', message: 'the deadline passed' }],
  ])('are not seen in an abort with %s', (_what, reason) => {
    const controller = new AbortController();
    controller.abort(reason);
    expect(abortReasonOf(controller.signal)).toBeUndefined();
    expect(isAbortReason(reason)).toBe(false);
  });

  it('are not seen in the timeout of the platform', () => {
    expect(isAbortReason(new DOMException('timed out', 'TimeoutError'))).toBe(false);
  });
});
