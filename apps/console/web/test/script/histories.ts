import type { CircuitStrip, History } from '../../../src/wire/index.ts';

const bffs = ['mobile-bff', 'web-bff', 'graphql-bff'];
const services = ['order', 'user', 'payment', 'inventory'];

/** A wave, so that charts have something to show; the same each time. */
const wave = (middle: number, index: number, swing = 0.15): number =>
  middle * (1 + swing * Math.sin(index / 17) + (swing / 2) * Math.sin(index / 3.1));

/** Points that end at `now`. The last ones have this share of partial order pages in mobile-bff and web-bff. */
export function historyOf(now: number, points: number, partial: number): History {
  const end = Math.floor(now / 1000) * 1000;
  const indexes = Array.from({ length: points }, (_, index) => index);
  const lasting = 12;
  const traffic = (rate: number, p95: number) => ({
    ratePerSecond: indexes.map((index) => wave(rate, index)),
    errorShare: indexes.map((index) => (index % 97 === 0 ? 0.01 : 0)),
    p95Ms: indexes.map((index) => wave(p95, index, 0.3)),
  });
  const pages = ['home', 'order'].flatMap((page) =>
    bffs.slice(0, 2).map((app) => ({
      app,
      replica: 0,
      page,
      ratePerSecond: indexes.map((index) => wave(12, index)),
      partialShare: indexes.map((index) => (page === 'order' && index >= points - lasting ? partial : 0)),
    })),
  );
  return {
    times: indexes.map((index) => end - (points - 1 - index) * 1000),
    apps: [...bffs, ...services.map((name) => `${name}-service`)].map((app) => ({
      app,
      replica: 0,
      ...traffic(12, 150),
    })),
    edges: bffs.flatMap((app) => services.map((service) => ({ app, replica: 0, service, ...traffic(6, 60) }))),
    pages,
    strips: bffs.flatMap((app) => services.map((service) => stripOf(now, app, service, partial > 0))),
  };
}

export const newestOf = (now: number, partial: number): History => historyOf(now, 5, partial);

function stripOf(now: number, app: string, service: string, hasTrouble: boolean): CircuitStrip {
  const at = (ms: number) => new Date(now - ms).toISOString();
  const isOpen = hasTrouble && service === 'payment';
  return {
    app,
    replica: 0,
    service,
    changes: [
      { at: at(590_000), state: 'closed', reason: null },
      ...(service === 'payment'
        ? [
            { at: at(341_000), state: 'open' as const, reason: 'DOWNSTREAM_UNAVAILABLE' },
            { at: at(336_000), state: 'half-open' as const, reason: 'the open time is over: probing' },
            { at: at(331_000), state: 'closed' as const, reason: 'the probes succeeded' },
          ]
        : []),
      ...(isOpen ? [{ at: at(12_000), state: 'open' as const, reason: 'DOWNSTREAM_TIMEOUT' }] : []),
    ],
  };
}
