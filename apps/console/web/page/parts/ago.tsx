import { useNow } from '../feed/use-now.ts';
import { clockTime, duration, roughly, sinceMs } from '../words/durations.ts';

/** `12 s`, which grows; when that was is in its tooltip. */
export function Ago({ at }: { readonly at: string }) {
  return (
    <time dateTime={at} title={clockTime(at)}>
      {duration(sinceMs(at, useNow()))}
    </time>
  );
}

/** `2 h` where there is little room. */
export function RoughAgo({ at }: { readonly at: string }) {
  return (
    <time dateTime={at} title={clockTime(at)}>
      {roughly(sinceMs(at, useNow()))}
    </time>
  );
}

/** `8 s` until then, or `now`. */
export function Until({ at }: { readonly at: string }) {
  const left = -sinceMs(at, useNow());
  return (
    <time dateTime={at} title={clockTime(at)}>
      {left > 0 ? duration(left + 999) : 'now'}
    </time>
  );
}
