import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { VirtualClock } from '@bff/testing';
import { ActiveFault } from './active-fault.ts';
import { holdReply } from './held-reply.ts';

describe('a held reply', () => {
  const clock = new VirtualClock();
  const goOn = jest.fn();
  const setUp = () => ({
    fault: new ActiveFault('flt_1', { kind: 'hang' }, clock),
    res: new ServerResponse(new IncomingMessage(new Socket())),
  });

  it('goes on once when the fault ends', () => {
    const { fault, res } = setUp();
    holdReply(res, fault, goOn, { clock, ms: 50 });
    expect(goOn).not.toHaveBeenCalled();
    fault.end();
    clock.advance(50);
    res.emit('close');
    expect(goOn).toHaveBeenCalledTimes(1);
  });

  it('goes on when its time is over, and leaves nothing behind', () => {
    const { fault, res } = setUp();
    holdReply(res, fault, goOn, { clock, ms: 50 });
    clock.advance(50);
    expect(goOn).toHaveBeenCalledTimes(1);
    expect(fault.held).toBe(0);
    expect(res.listenerCount('close')).toBe(0);
  });

  it('is let go without going on when the client leaves', () => {
    const { fault, res } = setUp();
    holdReply(res, fault, goOn, { clock, ms: 50 });
    expect(fault.held).toBe(1);
    res.emit('close');
    expect(fault.held).toBe(0);
    expect(clock.pendingTimers).toBe(0);
    fault.end();
    expect(goOn).not.toHaveBeenCalled();
  });

  it('does not hold for a fault that has ended', () => {
    const { fault, res } = setUp();
    fault.end();
    holdReply(res, fault, goOn);
    expect(goOn).toHaveBeenCalledTimes(1);
  });

  beforeEach(() => goOn.mockReset());
});
