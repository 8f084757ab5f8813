import { useContext, useEffect, useRef } from 'react';
import uPlot from 'uplot';
import { HISTORY_MS } from '../feed/merge-history.ts';
import { ThemeContext } from '../shell/theme.ts';
import { colourOf } from './colour-of.ts';

export type Points = readonly (number | null)[];

export interface SeriesChartProps {
  /** Says what it shows, and its last value, to those who do not see it. */
  readonly label: string;
  /** Milliseconds since the Unix epoch. */
  readonly times: readonly number[];
  readonly points: Points;
  /** A colour of tokens.css: `--bad`. */
  readonly colour: string;
  readonly format: (value: number | null) => string;
  /** The axis reaches at least this far up. */
  readonly least: number;
  readonly height?: number;
}

/** One line over the last ten minutes. */
export function SeriesChart({ label, times, points, colour, format, least, height = 84 }: SeriesChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot>(undefined);
  const { isDark } = useContext(ThemeContext);
  useEffect(() => {
    const target = place.current;
    if (target === null) return undefined;
    const made = new uPlot(optionsFor({ target, colour, format, least, height }), [[], []], target);
    chart.current = made;
    const watch = new ResizeObserver(() => made.setSize({ width: target.clientWidth, height }));
    watch.observe(target);
    return () => {
      watch.disconnect();
      made.destroy();
    };
    // It is drawn with colours as they were when it was made: made anew with the theme.
  }, [isDark, colour, format, least, height]);
  useEffect(() => {
    chart.current?.setData([times.map((time) => time / 1000), [...points]]);
  }, [times, points, isDark, colour, format, least, height]);
  return <div className="series-chart" ref={place} role="img" aria-label={`${label}, now ${format(lastOf(points))}`} />;
}

const lastOf = (points: Points): number | null => points.at(-1) ?? null;

type Look = Pick<SeriesChartProps, 'colour' | 'format' | 'least'> & {
  readonly target: Element;
  readonly height: number;
};

function optionsFor({ target, colour, format, least, height }: Look): uPlot.Options {
  const axis: uPlot.Axis = {
    stroke: colourOf(target, '--quiet'),
    font: '11px system-ui, sans-serif',
    ticks: { show: false },
    grid: { stroke: colourOf(target, '--line'), width: 1 },
  };
  const stroke = colourOf(target, colour);
  return {
    width: target.clientWidth,
    height,
    legend: { show: false },
    cursor: { show: false },
    padding: [6, 16, 0, 0],
    // The whole ten minutes, however short the history: a place on it means the same everywhere.
    scales: {
      x: { range: (_, __, max) => [(max ?? 0) - HISTORY_MS / 1000, max ?? 0] },
      y: { range: (_, __, max) => [0, Math.max(least, max ?? 0)] },
    },
    axes: [
      { ...axis, size: 18, space: 70, grid: { show: false }, values: '{HH}:{mm}' },
      { ...axis, size: 48, space: 24, values: (_, values) => values.map(format) },
    ],
    series: [
      {},
      { stroke, width: 1.5, fill: `color-mix(in srgb, ${stroke} 14%, transparent)`, points: { show: false } },
    ],
  };
}
