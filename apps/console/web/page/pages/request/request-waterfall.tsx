import type { RecentAttempt, RecentPage, RecentSection } from '../../../../src/wire/index.ts';
import { Icon } from '../../parts/icon.tsx';
import { ms } from '../../words/figures.ts';
import { type Scale, scaleTo } from '../scale.ts';

/** Sections from their start to their end, and below each the attempts that were made for it. */
export function RequestWaterfall({
  request: { sections, attempts, durationMs, budgetMs },
}: {
  readonly request: RecentPage;
}) {
  const scale = scaleTo(budgetMs, durationMs);
  return (
    <div className="waterfall request-waterfall">
      <ul>
        {sections.map((section) => (
          <SectionRows
            key={section.section}
            section={section}
            attempts={attempts.filter((one) => one.section === section.section)}
            scale={scale}
          />
        ))}
      </ul>
      <div className="waterfall-budget">
        <span style={{ left: scale.at(budgetMs) }}>
          <small>budget {ms(budgetMs)}</small>
        </span>
      </div>
    </div>
  );
}

const icons = { ok: 'good', stale: 'warn', failed: 'bad' } as const;

interface SectionRowsProps {
  readonly section: RecentSection;
  readonly attempts: readonly RecentAttempt[];
  readonly scale: Scale;
}

function SectionRows({ section: { section, status, code, startMs, endMs }, attempts, scale }: SectionRowsProps) {
  return (
    <>
      <li className={`request-section is-${status}`}>
        <span className="waterfall-name">
          <Icon name={icons[status]} label={status} /> <strong>{section}</strong>
        </span>
        <Track startMs={startMs} endMs={endMs} scale={scale} look={status} />
        <span className="waterfall-figure">{ms(endMs - startMs)}</span>
        {code && (
          <code className="waterfall-code">
            {status} · {code}
          </code>
        )}
      </li>
      {attempts.map((attempt) => (
        <li key={`${attempt.operation} ${attempt.attempt} ${attempt.startMs}`} className="request-attempt">
          <span className="waterfall-name">{attemptName(attempt)}</span>
          <Track
            {...attempt}
            scale={scale}
            look={attempt.outcome === 'ok' ? 'ok' : attempt.attempt === 0 ? 'refused' : 'failed'}
          />
          <span className="waterfall-figure">
            {attempt.attempt === 0 ? 'not sent' : ms(attempt.endMs - attempt.startMs)}
          </span>
          <code className="waterfall-code">
            {attempt.service}.{attempt.operation} · {attempt.outcome}
          </code>
        </li>
      ))}
    </>
  );
}

const attemptName = ({ attempt }: RecentAttempt): string => (attempt === 0 ? 'refused' : `attempt ${attempt}`);

interface TrackProps {
  readonly startMs: number;
  readonly endMs: number;
  readonly scale: Scale;
  readonly look: 'ok' | 'stale' | 'failed' | 'refused';
}

function Track({ startMs, endMs, scale, look }: TrackProps) {
  const words = `from ${ms(startMs)} to ${ms(endMs)}`;
  return (
    <span className="waterfall-track" role="img" aria-label={words} title={words}>
      <span className={`bar-request is-${look}`} style={scale.between(startMs, endMs)} />
    </span>
  );
}
