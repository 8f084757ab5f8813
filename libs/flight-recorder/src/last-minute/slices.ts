/** What is remembered for `GET /pages`. */
export const WINDOW_MS = 60_000;
/** The window moves on by one slice at a time: what is forgotten is forgotten up to a twelfth of the window early. */
export const SLICES = 12;

/** The number of the slice that a time on the monotonic clock falls into. */
export const sliceAt = (ms: number): number => Math.floor(ms / (WINDOW_MS / SLICES));

const NEVER = -SLICES - 1;

/**
 * Which slice of time each of the slots stands for in which something is counted. A slot is taken over by a new slice when
 * something happens in it, so nothing has to be done while nothing happens.
 */
export class Slices {
  readonly #slices = new Float64Array(SLICES).fill(NEVER);
  readonly #clear: (slot: number) => void;
  #newest = NEVER;

  /** `clear` empties a slot, which a new slice is about to take over. */
  constructor(clear: (slot: number) => void) {
    this.#clear = clear;
  }

  /** The newest slice in which something happened. */
  get newest(): number {
    return this.#newest;
  }

  /** The slot to count in; undefined for what happened so long ago that its slot is taken by a newer slice. */
  slotFor(slice: number): number | undefined {
    const slot = slice % SLICES;
    const held = this.#slices[slot] ?? NEVER;
    if (held === slice) return slot;
    if (held > slice) return undefined;
    this.#clear(slot);
    this.#slices[slot] = slice;
    this.#newest = Math.max(this.#newest, slice);
    return slot;
  }

  /** The slots that belong to the window which ends in this slice. */
  slotsUntil(slice: number): number[] {
    const slots: number[] = [];
    this.#slices.forEach((held, slot) => {
      if (held > slice - SLICES && held <= slice) slots.push(slot);
    });
    return slots;
  }
}
