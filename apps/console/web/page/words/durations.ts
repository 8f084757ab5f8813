const gap = '\u202F';

/** `12 s`, `3 min 5 s`, `2 h 4 min`, `3 d 2 h`. Never below zero: clocks of two machines differ. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [minutes, hours, days] = [Math.floor(seconds / 60), Math.floor(seconds / 3600), Math.floor(seconds / 86_400)];
  if (days > 0) return pair(days, 'd', hours % 24, 'h');
  if (hours > 0) return pair(hours, 'h', minutes % 60, 'min');
  return minutes > 0 ? pair(minutes, 'min', seconds % 60, 's') : `${seconds}${gap}s`;
}

/** Its largest unit alone: `3 min`. */
export const roughly = (ms: number): string => duration(ms).split(' ')[0] ?? '';

const pair = (first: number, unit: string, second: number, smaller: string): string =>
  second === 0 ? `${first}${gap}${unit}` : `${first}${gap}${unit} ${second}${gap}${smaller}`;

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** `03:12:44`, where the reader is. */
export const clockTime = (at: string | number): string => clock.format(new Date(at));

export const sinceMs = (at: string, now: number): number => now - Date.parse(at);
