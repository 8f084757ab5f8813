import type { Offered } from './overload-order.ts';
import type { LivezFigures } from './livez-watch.ts';
import { median } from '../../load/median.ts';

/** What so many clients got that wait for their answers, once. */
export interface PeakRound {
  readonly clients: number;
  readonly perSecond: number;
  /** Pages for each second of CPU time. */
  readonly perCpuSecond: number;
}

/** One load, offered once. */
export interface Round {
  /** Times the peak as it was found at first. */
  readonly factor: number;
  readonly forMs: number;
  readonly offered: Offered;
  readonly cpuMs: number;
  readonly livez: LivezFigures;
}

/** The medians over all rounds for one load. */
export interface OverloadFigures {
  readonly factor: number;
  readonly offeredPerSecond: number;
  readonly goodPerSecond: number;
  /** Goodput as a share of the peak. */
  readonly shareOfPeak: number;
  /** The same for each second of CPU time: what the machine does besides does not count. */
  readonly shareOfPeakByCpu: number;
  readonly shedPerSecond: number;
  readonly othersPerSecond: number;
  /** Of whole pages, from when they were due. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly shedP99Ms: number;
  readonly livezP99Ms: number;
  /** The worst of all rounds. */
  readonly livezMaxMs: number;
  /** Of all rounds together. */
  readonly livezFailed: number;
}

export interface OverloadSeries {
  readonly peakPerSecond: number;
  readonly loads: readonly OverloadFigures[];
}

export interface OverloadReport {
  readonly budgetMs: number;
  readonly rounds: number;
  readonly forMs: number;
  /** With the thresholds that ship. */
  readonly on: OverloadSeries;
  /** With thresholds that nothing reaches. */
  readonly off: OverloadSeries;
  readonly cpu: { readonly pageMicros: number; readonly refusalMicros: number };
}

/**
 * Medians over rounds in which everything was measured in turn: a machine that is faster now than a minute ago, as virtual
 * ones are, then is so for the peak and for each load.
 */
export function seriesOf(peaks: readonly PeakRound[], rounds: readonly Round[]): OverloadSeries {
  const peak = peakOf(peaks);
  const factors = [...new Set(rounds.map(({ factor }) => factor))];
  return {
    peakPerSecond: peak.perSecond,
    loads: factors.map((factor) =>
      figuresOf(
        rounds.filter((round) => round.factor === factor),
        peak,
      ),
    ),
  };
}

/** The number of clients that gets the most. The most that was ever seen would be a matter of luck. */
function peakOf(rounds: readonly PeakRound[]): Omit<PeakRound, 'clients'> {
  const counts = [...new Set(rounds.map(({ clients }) => clients))];
  const medians = counts.map((count) => {
    const own = rounds.filter(({ clients }) => clients === count);
    return {
      perSecond: median(own.map(({ perSecond }) => perSecond)),
      perCpuSecond: median(own.map(({ perCpuSecond }) => perCpuSecond)),
    };
  });
  return medians.reduce((best, one) => (one.perSecond > best.perSecond ? one : best), {
    perSecond: 0,
    perCpuSecond: 0,
  });
}

function figuresOf(rounds: readonly Round[], peak: Omit<PeakRound, 'clients'>): OverloadFigures {
  const of = (value: (round: Round) => number): number => median(rounds.map(value));
  const perSecond = (count: (offered: Offered) => number): number =>
    of(({ offered, forMs }) => (count(offered) * 1000) / forMs);
  return {
    factor: rounds[0]?.factor ?? 0,
    offeredPerSecond: perSecond(({ sent }) => sent),
    goodPerSecond: of(({ offered }) => offered.goodPerSecond),
    shareOfPeak: of(({ offered }) => offered.goodPerSecond) / peak.perSecond,
    shareOfPeakByCpu: of(({ offered, forMs, cpuMs }) => (offered.goodPerSecond * forMs) / cpuMs) / peak.perCpuSecond,
    shedPerSecond: perSecond(({ shed }) => shed),
    othersPerSecond: perSecond(({ others }) => Object.values(others).reduce((sum, one) => sum + one, 0)),
    p50Ms: of(({ offered }) => offered.tookMs.p50),
    p99Ms: of(({ offered }) => offered.tookMs.p99),
    shedP99Ms: of(({ offered }) => offered.shedTookMs.p99),
    livezP99Ms: of(({ livez }) => livez.p99),
    livezMaxMs: Math.max(...rounds.map(({ livez }) => livez.max)),
    livezFailed: rounds.reduce((sum, { livez }) => sum + livez.failed, 0),
  };
}
