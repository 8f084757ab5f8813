/** A duration as people write it: `30s`, `5m`, `1d`. */
export type DurationText = `${number}${'s' | 'm' | 'h' | 'd'}`;

const millisecondsIn = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds in a duration. @throws RangeError for one that is negative or no number. */
export function millisecondsOf(text: DurationText): number {
  const match = /^(\d+(?:\.\d+)?)([smhd])$/.exec(text);
  const unit = match?.[2];
  if (!match || (unit !== 's' && unit !== 'm' && unit !== 'h' && unit !== 'd')) {
    throw new RangeError(`${JSON.stringify(text)} is no duration such as 30s, 5m, 12h or 1d`);
  }
  return Number(match[1]) * millisecondsIn[unit];
}
