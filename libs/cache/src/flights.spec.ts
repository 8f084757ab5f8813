import { VirtualClock } from '@bff/testing';
import { Flights } from './flights.ts';

it('a flight that fails when nobody waits for it any more is no unhandled rejection', async () => {
  const unhandled = jest.fn();
  process.on('unhandledRejection', unhandled);
  const clock = new VirtualClock();
  new Flights(clock).join('a', 0, () => Promise.reject(new Error('down')));
  await clock.settle();
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});
