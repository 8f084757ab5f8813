import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { hashOf } from '../place/place.ts';
import { AppFigures } from './app-figures.tsx';
import { type NodeOf } from './graph-of.ts';
import { slotTop } from './layout.ts';
import { RedisFigures } from './redis-figures.tsx';

/** An app or Redis on the map. A link to its details. */
export const MapNode = memo(({ data, height = 0 }: NodeProps<NodeOf>) => {
  const { subject, isSelected, side, slots } = data;
  return (
    <>
      <a
        className="map-node"
        href={hashOf('map', subject.kind === 'app' ? subject.group.app : 'redis')}
        aria-current={isSelected}
        draggable={false}
      >
        {subject.kind === 'app' ? <AppFigures group={subject.group} /> : <RedisFigures redis={subject.redis} />}
      </a>
      {slots.map((slot, index) => (
        <Handle
          key={slot}
          id={slot}
          type={side === Position.Right ? 'source' : 'target'}
          position={side}
          isConnectable={false}
          style={{ top: slotTop(index, slots.length, height) }}
        />
      ))}
    </>
  );
});
