/** How long and how hard each cell is tried. */
export interface Tempo {
  /** Requests a second, over all pages of all BFFs. */
  readonly ratePerSecond: number;
  /** How long the fault is on under load. */
  readonly faultMs: number;
  /** Visitors who come before the fault, and those who come first while it is on. */
  readonly warmVisitors: number;
  readonly coldVisitors: number;
  /** Give the rows that need many calls the load and time for it. */
  readonly manyCalls: boolean;
  /** Wait after each cell until what it left can be counted; otherwise after the last one of a system. */
  readonly countEachTime: boolean;
}

export const fullTempo: Tempo = {
  ratePerSecond: 60,
  faultMs: 2000,
  warmVisitors: 2,
  coldVisitors: 2,
  manyCalls: true,
  countEachTime: true,
};

/** Enough for each page to be seen cold and warm once. */
export const shortTempo: Tempo = {
  ratePerSecond: 45,
  faultMs: 800,
  warmVisitors: 1,
  coldVisitors: 1,
  manyCalls: false,
  countEachTime: false,
};
