import { ClientGone, DeadlineExceeded, PageSettled, ShuttingDown } from '@bff/errors';
import { VirtualClock } from '@bff/testing';
import { getEventListeners } from 'node:events';
import { Deadline } from './deadline.ts';

describe('Deadline', () => {
  const clock = () => new VirtualClock();

  it('is a point in time, and counts down to it', () => {
    const time = clock();
    time.advance(100);
    const deadline = Deadline.after(740, { clock: time });
    expect(deadline.at).toBe(840);
    time.advance(500);
    expect(deadline.remainingMs()).toBe(240);
    expect(deadline.expired).toBe(false);
    deadline.dispose();
  });

  it('aborts its signal with DeadlineExceeded when the time has come', () => {
    const time = clock();
    const deadline = Deadline.after(740, { clock: time });
    time.advance(739);
    expect(deadline.signal.aborted).toBe(false);
    time.advance(1);
    expect(deadline.signal.reason).toBeInstanceOf(DeadlineExceeded);
    expect(deadline.expired).toBe(true);
    expect(deadline.remainingMs()).toBe(0);
  });

  it('uses one timer, and no timer or listener is left once it is disposed', () => {
    const time = clock();
    const request = new AbortController();
    const deadline = Deadline.after(740, { clock: time, signal: request.signal });
    expect(time.pendingTimers).toBe(1);
    expect(getEventListeners(request.signal, 'abort')).toHaveLength(1);
    deadline.dispose();
    deadline.dispose();
    expect(time.pendingTimers).toBe(0);
    expect(getEventListeners(request.signal, 'abort')).toHaveLength(0);
  });

  it('aborts nothing when it is disposed, and nothing afterwards', () => {
    const time = clock();
    const request = new AbortController();
    const deadline = Deadline.after(740, { clock: time, signal: request.signal });
    deadline.dispose();
    time.advance(10_000);
    request.abort(new ClientGone());
    expect(deadline.signal.aborted).toBe(false);
  });

  it.each([new ClientGone(), new ShuttingDown()])('carries over why the request ended: $name', (reason) => {
    const time = clock();
    const request = new AbortController();
    const deadline = Deadline.after(740, { clock: time, signal: request.signal });
    request.abort(reason);
    expect(deadline.signal.reason).toBe(reason);
    expect(deadline.expired).toBe(false);
    expect(deadline.remainingMs()).toBe(0);
    expect(time.pendingTimers).toBe(0);
    expect(getEventListeners(request.signal, 'abort')).toHaveLength(0);
  });

  it('is aborted from the start when the request was over already', () => {
    const time = clock();
    const reason = new ClientGone();
    const deadline = Deadline.after(740, { clock: time, signal: AbortSignal.abort(reason) });
    expect(deadline.signal.reason).toBe(reason);
    expect(time.pendingTimers).toBe(0);
  });

  it('takes a reason that is not typed for nobody waiting any more, never for a failure', () => {
    const deadline = Deadline.after(740, { clock: clock(), signal: AbortSignal.abort('because') });
    expect(deadline.signal.reason).toBeInstanceOf(PageSettled);
  });

  it('keeps the first reason', () => {
    const time = clock();
    const deadline = Deadline.after(740, { clock: time });
    deadline.abort(new PageSettled());
    deadline.abort(new ClientGone());
    time.advance(1000);
    expect(deadline.signal.reason).toBeInstanceOf(PageSettled);
    expect(time.pendingTimers).toBe(0);
  });

  it.each([0, -5])('has passed at once when it is given %d ms', (ms) => {
    const time = clock();
    const request = new AbortController();
    const deadline = Deadline.after(ms, { clock: time, signal: request.signal });
    expect(deadline.signal.reason).toBeInstanceOf(DeadlineExceeded);
    expect(deadline.expired).toBe(true);
    expect(time.pendingTimers).toBe(0);
    expect(getEventListeners(request.signal, 'abort')).toHaveLength(0);
  });

  it('does not notice a step of the wall clock', () => {
    const time = clock();
    const deadline = Deadline.after(740, { clock: time });
    time.stepWallTime(3_600_000);
    time.stepWallTime(-7_200_000);
    expect(deadline.remainingMs()).toBe(740);
    deadline.dispose();
  });
});
