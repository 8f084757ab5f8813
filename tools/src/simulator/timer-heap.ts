/** A timer that is set. Without its callback it was cancelled, and is dropped when it comes up. */
export interface HeapTimer {
  readonly dueAt: number;
  /** Decides between timers that are due at the same time: the one that was set first. */
  readonly order: number;
  callback: (() => void) | undefined;
}

/** Timers by due time: a binary heap, as a schedule sets and cancels hundreds. */
export class TimerHeap {
  readonly #timers: HeapTimer[] = [];

  push(timer: HeapTimer): void {
    const timers = this.#timers;
    let at = timers.push(timer) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = timers[parent];
      if (!above || !isBefore(timer, above)) break;
      timers[at] = above;
      at = parent;
    }
    timers[at] = timer;
  }

  /** Takes out the next that was not cancelled. */
  pop(): HeapTimer | undefined {
    for (let next = this.#take(); next; next = this.#take()) if (next.callback) return next;
    return undefined;
  }

  #take(): HeapTimer | undefined {
    const timers = this.#timers;
    const [first] = timers;
    const last = timers.pop();
    if (!last || timers.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      let below = timers[child];
      const other = timers[child + 1];
      if (other && below && isBefore(other, below)) {
        below = other;
        child += 1;
      }
      if (!below || !isBefore(below, last)) break;
      timers[at] = below;
      at = child;
    }
    timers[at] = last;
    return first;
  }
}

const isBefore = (a: HeapTimer, b: HeapTimer): boolean => (a.dueAt === b.dueAt ? a.order < b.order : a.dueAt < b.dueAt);
