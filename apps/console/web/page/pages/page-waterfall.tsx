import type { PageReport, SectionReport } from '../../../src/wire/index.ts';
import { Icon } from '../parts/icon.tsx';
import { ms, share } from '../words/figures.ts';
import { type Scale, scaleTo } from './scale.ts';

/** What each section takes of the budget: p50, p95 and p99 as bars inside each other, and the line that they must not cross. */
export function PageWaterfall({ report: { budgetMs, sections } }: { readonly report: PageReport }) {
  const scale = scaleTo(budgetMs, Math.max(0, ...sections.map(({ endMs }) => endMs.p99 ?? 0)));
  return (
    <div className="waterfall">
      <ul>
        {sections.map((section) => (
          <SectionBar key={section.section} report={section} scale={scale} />
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

function SectionBar({ report, scale }: { readonly report: SectionReport; readonly scale: Scale }) {
  const { section, ok, stale, failed, startMs, endMs } = report;
  const all = ok + stale + failed;
  const begin = startMs.p50 ?? 0;
  const words = `from ${ms(startMs.p50)} to ${ms(endMs.p50)} (p50), ${ms(endMs.p95)} (p95), ${ms(endMs.p99)} (p99)`;
  return (
    <li className={failed > 0 ? 'is-bad' : stale > 0 ? 'is-warn' : ''}>
      <span className="waterfall-name">
        {failed + stale > 0 && <Icon name={failed > 0 ? 'bad' : 'warn'} />}
        {section}
      </span>
      <span className="waterfall-track" role="img" aria-label={words} title={words}>
        {(['p99', 'p95', 'p50'] as const).map((quantile) => {
          const end = endMs[quantile];
          return end === null ? null : (
            <span key={quantile} className={`bar-${quantile}`} style={scale.between(begin, end)} />
          );
        })}
      </span>
      <span className="waterfall-figure">
        {failed + stale > 0 && all > 0 ? (
          <>
            {share((failed + stale) / all)} {failed > 0 ? 'failed' : 'stale'}
          </>
        ) : (
          ms(endMs.p95)
        )}
      </span>
    </li>
  );
}
