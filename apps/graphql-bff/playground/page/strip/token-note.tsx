import { useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';
import { hasToken } from '../kept/headers-text.ts';
import { Icon } from './icon.tsx';

export interface TokenNoteProps {
  /** Why there is none, and what to do. */
  readonly missing: string;
  /** Called when somebody has typed one in. */
  readonly onToken: () => void;
}

/** Says that nobody is asking, until a token is typed into the headers. */
export function TokenNote({ missing, onToken }: TokenNoteProps) {
  const isThere = useGraphiQL(({ tabs, activeTabIndex }) => hasToken(tabs[activeTabIndex]?.headers ?? ''));
  useEffect(() => {
    if (isThere) onToken();
  }, [isThere, onToken]);
  if (isThere) return null;
  return (
    <p className="bff-note" role="status">
      <Icon name="warning" />
      {missing}
    </p>
  );
}
