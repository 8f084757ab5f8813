import { type Edge as FlowEdge, type Node as FlowNode, Position } from '@xyflow/react';
import type { RedisState } from '../../../src/wire/index.ts';
import type { AppGroup } from '../model/app-groups.ts';
import type { Edge } from '../model/edges.ts';
import { type Box, layoutOf, slotTop } from './layout.ts';
import type { SystemMap } from './system-map.ts';

export type MapSubject =
  { readonly kind: 'app'; readonly group: AppGroup } | { readonly kind: 'redis'; readonly redis: RedisState | null };

export type NodeOf = FlowNode<
  {
    readonly subject: MapSubject;
    readonly isSelected: boolean;
    readonly side: Position;
    readonly slots: readonly string[];
  },
  'app'
>;

export type ArrowSubject =
  | { readonly kind: 'call'; readonly edge: Edge }
  | { readonly kind: 'redis'; readonly app: string; readonly status: RedisState['status'] };

export type ArrowOf = FlowEdge<{ readonly subject: ArrowSubject; readonly isSelected: boolean }, 'call'>;

export interface Graph {
  readonly nodes: NodeOf[];
  readonly edges: ArrowOf[];
}

/** Nodes and arrows for React Flow. */
export function graphOf({ bffs, services, edges, redis }: SystemMap, selected: readonly string[]): Graph {
  const layout = layoutOf(bffs.length, services.length);
  const [chosen, chosenService] = selected;
  const out = [...services.map(({ service, app }) => service ?? app), 'redis'];
  const into = bffs.map(({ app }) => app);
  const node = (id: string, box: Box | undefined, data: NodeOf['data']): NodeOf => ({
    id,
    type: 'app',
    position: { x: box?.x ?? 0, y: box?.y ?? 0 },
    width: box?.width ?? 0,
    height: box?.height ?? 0,
    // As they are drawn as large as they are told to, nobody has to find out before the map can be fitted.
    measured: { width: box?.width ?? 0, height: box?.height ?? 0 },
    data,
    handles: data.slots.map((slot, index) => ({
      id: slot,
      type: data.side === Position.Right ? ('source' as const) : ('target' as const),
      position: data.side,
      x: data.side === Position.Right ? (box?.width ?? 0) : 0,
      y: slotTop(index, data.slots.length, box?.height ?? 0),
      width: 1,
      height: 1,
    })),
  });
  const isAlone = (id: string): boolean => chosen === id && chosenService === undefined;
  return {
    nodes: [
      ...bffs.map((group, index) =>
        node(group.app, layout.bffs[index], {
          subject: { kind: 'app', group },
          isSelected: isAlone(group.app),
          side: Position.Right,
          slots: out,
        }),
      ),
      ...services.map((group, index) =>
        node(group.service ?? group.app, layout.services[index], {
          subject: { kind: 'app', group },
          isSelected: isAlone(group.app),
          side: Position.Left,
          slots: into,
        }),
      ),
      node('redis', layout.redis, {
        subject: { kind: 'redis', redis },
        isSelected: isAlone('redis'),
        side: Position.Left,
        slots: into,
      }),
    ],
    edges: [
      ...edges.map((edge) => arrow(edge, chosen === edge.app && chosenService === edge.service)),
      ...redisArrows(redis),
    ],
  };
}

const arrow = (edge: Edge, isSelected: boolean): ArrowOf => ({
  id: `${edge.app} ${edge.service}`,
  type: 'call',
  source: edge.app,
  sourceHandle: edge.service,
  target: edge.service,
  targetHandle: edge.app,
  data: { subject: { kind: 'call', edge }, isSelected },
});

/** One for each BFF that has a Redis: what the worst of its replicas says. */
function redisArrows(redis: RedisState | null): readonly ArrowOf[] {
  const byApp = Map.groupBy(redis?.byApp ?? [], ({ app }) => app);
  return [...byApp].flatMap(([app, replicas]) => {
    const status = replicas.some((one) => one.status === 'unreachable') ? 'unreachable' : replicas[0]?.status;
    if (status === undefined || status === 'not-configured') return [];
    return [
      {
        id: `${app} redis`,
        type: 'call' as const,
        source: app,
        sourceHandle: 'redis',
        target: 'redis',
        targetHandle: app,
        data: { subject: { kind: 'redis' as const, app, status }, isSelected: false },
      },
    ];
  });
}
