import { ReactFlow } from '@xyflow/react';
import { useMemo } from 'react';
import { useKnown } from '../feed/use-known.ts';
import { CallArrow } from './call-arrow.tsx';
import { Fitted, fit } from './fitted.tsx';
import { type ArrowOf, type NodeOf, graphOf } from './graph-of.ts';
import { MapNode } from './map-node.tsx';
import type { SystemMap } from './system-map.ts';

export interface MapGraphProps {
  readonly map: SystemMap;
  readonly selected: readonly string[];
}

const nodeTypes = { app: MapNode };
const edgeTypes = { call: CallArrow };

/** The map as a graph. It cannot be edited: a place on it is learned once. */
export function MapGraph({ map, selected }: MapGraphProps) {
  const isLost = useKnown(({ link }) => link === 'lost');
  const { nodes, edges } = useMemo(() => graphOf(map, selected), [map, selected]);
  return (
    <div className={isLost ? 'map-graph is-still' : 'map-graph'}>
      <ReactFlow<NodeOf, ArrowOf>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        fitView
        fitViewOptions={fit}
        minZoom={0.3}
        maxZoom={2}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        // The page scrolls by the wheel; the map is moved by dragging, and fits by itself.
        zoomOnScroll={false}
        preventScrolling={false}
        zoomOnDoubleClick={false}
        disableKeyboardA11y
      >
        <Fitted />
      </ReactFlow>
    </div>
  );
}
