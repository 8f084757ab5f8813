/** Where things stand on the map, in pixels at zoom 1. Fixed, so that a place is learned once and found at night. */
export const nodeWidth = 216;
export const labelWidth = 352;
export const curveWidth = 150;
export const slotHeight = 34;
const gap = 22;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface MapLayout {
  readonly bffs: readonly Box[];
  readonly services: readonly Box[];
  readonly redis: Box;
}

/** BFFs to the left, with an arrow in each of their slots; what they call to the right, Redis last. */
export function layoutOf(bffCount: number, serviceCount: number): MapLayout {
  // One more slot for Redis.
  const bffHeight = Math.max(4, serviceCount + 1) * slotHeight;
  const serviceHeight = Math.max(3, bffCount) * 30;
  const [left, right] = [stack(bffCount, bffHeight), stack(serviceCount + 1, serviceHeight)];
  const height = Math.max(left.height, right.height);
  const x = nodeWidth + labelWidth + curveWidth;
  const boxes = right.tops.map((y) => ({
    x,
    y: y + (height - right.height) / 2,
    width: nodeWidth,
    height: serviceHeight,
  }));
  return {
    bffs: left.tops.map((y) => ({ x: 0, y: y + (height - left.height) / 2, width: nodeWidth, height: bffHeight })),
    services: boxes.slice(0, -1),
    redis: boxes.at(-1) ?? { x, y: 0, width: nodeWidth, height: serviceHeight },
  };
}

function stack(count: number, height: number) {
  const tops = Array.from({ length: count }, (_, index) => index * (height + gap));
  return { tops, height: count * (height + gap) - gap };
}

/** The middle of a slot, from the top of its box. */
export const slotTop = (index: number, of: number, height: number): number => ((index + 0.5) * height) / of;
