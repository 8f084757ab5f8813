/** Sleeps on the thread itself: nothing is read, written or called meanwhile, and no other process is slowed by it. */
export function blockEventLoop(forMs: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, forMs);
}
