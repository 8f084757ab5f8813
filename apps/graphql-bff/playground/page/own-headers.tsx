import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect } from 'react';

/**
 * Makes the headers that a tab begins with its own. GraphiQL shows them in the editor and sends them, but keeps in the
 * history what the tab itself has: an operation taken from there would be sent without them.
 */
export function OwnHeaders() {
  const { updateActiveTabValues } = useGraphiQLActions();
  const { headerEditor, isWithout } = useGraphiQL((state) => ({
    headerEditor: state.headerEditor,
    isWithout: state.tabs[state.activeTabIndex]?.headers === null,
  }));
  useEffect(() => {
    if (headerEditor && isWithout) updateActiveTabValues({ headers: headerEditor.getValue() });
  }, [headerEditor, isWithout, updateActiveTabValues]);
  return null;
}
