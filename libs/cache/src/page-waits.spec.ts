import { VirtualClock } from '@bff/testing';
import { PageWaits } from './page-waits.ts';

function onePage() {
  const clock = new VirtualClock();
  const waits = new PageWaits(clock);
  const page = new AbortController().signal;
  return { clock, waits, page };
}

describe('what a page may wait for Redis', () => {
  it('is 25 ms in all, over sections that follow one another', () => {
    const { clock, waits, page } = onePage();
    expect(waits.left(page)).toBe(25);
    const stop = waits.start(page);
    clock.advance(10);
    stop();
    clock.advance(100);
    expect(waits.left(page)).toBe(15);
    const stopSecond = waits.start(page);
    clock.advance(15);
    stopSecond();
    expect(waits.left(page)).toBe(0);
  });

  it('counts time in which several sections wait once', () => {
    const { clock, waits, page } = onePage();
    const stops = [waits.start(page), waits.start(page), waits.start(page)];
    clock.advance(10);
    expect(waits.left(page)).toBe(15);
    stops.forEach((stop) => stop());
    expect(waits.left(page)).toBe(15);
  });

  it('counts what is running', () => {
    const { clock, waits, page } = onePage();
    waits.start(page);
    clock.advance(40);
    expect(waits.left(page)).toBe(0);
  });

  it('is each page’s own', () => {
    const { clock, waits, page } = onePage();
    waits.start(page);
    clock.advance(25);
    expect(waits.left(new AbortController().signal)).toBe(25);
  });

  it('starts over for a signal that outlives any page', () => {
    const { clock, waits, page } = onePage();
    const stop = waits.start(page);
    clock.advance(25);
    stop();
    clock.advance(9_974);
    expect(waits.left(page)).toBe(0);
    clock.advance(1);
    expect(waits.left(page)).toBe(25);
  });
});
