import { useReactFlow, useStore } from '@xyflow/react';
import { useEffect } from 'react';

export const fit = { padding: { x: '12px', y: '8px' }, maxZoom: 1.3 } as const;

/** Keeps all of the map in sight when its place gets another size: a longer headline, an opened panel. */
export function Fitted() {
  const { fitView } = useReactFlow();
  const width = useStore((store) => store.width);
  const height = useStore((store) => store.height);
  useEffect(() => {
    if (width > 0 && height > 0) void fitView(fit);
  }, [fitView, width, height]);
  return null;
}
