import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { hashOf } from '../place/place.ts';
import { CallFigures } from './call-figures.tsx';
import type { ArrowOf, ArrowSubject } from './graph-of.ts';
import { curveWidth, labelWidth } from './layout.ts';

/** An arrow: straight below its label, then in a curve to what is called. Broken, with a sign on it, where nothing passes. */
export const CallArrow = memo(({ sourceX, sourceY, targetX, targetY, data }: EdgeProps<ArrowOf>) => {
  if (data === undefined) return null;
  const { subject, isSelected } = data;
  const bend = targetX - curveWidth;
  const half = bend + curveWidth / 2;
  const look = lookOf(subject);
  const path = `M${sourceX} ${sourceY}H${bend}C${half} ${sourceY} ${half} ${targetY} ${targetX - 6} ${targetY}`;
  return (
    <>
      <path className={`arrow is-${look}`} d={path} style={{ strokeWidth: strokeOf(subject) }} />
      <path className={`arrow-head is-${look}`} d={`M${targetX} ${targetY}l-8 -4v8z`} />
      {(look === 'open' || look === 'isolated') && (
        <g className={`arrow-break is-${look}`} transform={`translate(${half} ${(sourceY + targetY) / 2})`}>
          <circle r="9" />
          <path d="M-4 -4L4 4M4 -4L-4 4" />
        </g>
      )}
      <EdgeLabelRenderer>
        <a
          className={`arrow-label nopan is-${look}`}
          href={
            subject.kind === 'call' ? hashOf('map', subject.edge.app, subject.edge.service) : hashOf('map', 'redis')
          }
          aria-current={isSelected}
          draggable={false}
          style={{
            width: labelWidth - 24,
            transform: `translate(${sourceX + 12}px, ${sourceY}px) translateY(-50%)`,
          }}
        >
          {subject.kind === 'call' ? (
            <CallFigures edge={subject.edge} />
          ) : (
            <span className="redis-label">Redis {subject.status === 'unreachable' ? 'UNREACHABLE' : 'connected'}</span>
          )}
        </a>
      </EdgeLabelRenderer>
    </>
  );
});

type Look = 'open' | 'isolated' | 'half-open' | 'failing' | 'unknown' | 'well';

function lookOf(subject: ArrowSubject): Look {
  if (subject.kind === 'redis') return subject.status === 'unreachable' ? 'open' : 'well';
  const { state, traffic } = subject.edge;
  if (state !== 'closed') return state;
  return traffic && traffic.errorShare >= 0.05 ? 'failing' : 'well';
}

/** Thicker with the rate, by its order of magnitude. */
const strokeOf = (subject: ArrowSubject): number =>
  subject.kind === 'call' ? 1.25 + Math.min(3, Math.log10(1 + (subject.edge.traffic?.ratePerSecond ?? 0))) : 1.25;
