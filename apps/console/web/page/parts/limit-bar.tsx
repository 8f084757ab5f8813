import { share } from '../words/figures.ts';

export interface LimitBarProps {
  readonly name: string;
  /** 0 to 1; null where there is nothing to say it of. */
  readonly value: number | null;
  /** 0 to 1; null where it is not known. */
  readonly limit: number | null;
}

/** A share as a bar, with the threshold as a mark on it: at the mark, the circuit opens. */
export function LimitBar({ name, value, limit }: LimitBarProps) {
  const isOver = value !== null && limit !== null && value >= limit;
  const words = `${name} ${share(value)}${limit === null ? '' : ` of ${share(limit)} allowed`}`;
  return (
    <span className={isOver ? 'limit-bar is-over' : 'limit-bar'} role="img" aria-label={words} title={words}>
      <span className="limit-bar-track">
        <span className="limit-bar-fill" style={{ width: `${(value ?? 0) * 100}%` }} />
        {limit !== null && <span className="limit-bar-mark" style={{ left: `${limit * 100}%` }} />}
      </span>
      <span className="limit-bar-value">{share(value)}</span>
    </span>
  );
}
