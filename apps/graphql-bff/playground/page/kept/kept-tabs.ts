import type { TabsState } from '@graphiql/react';
import type { Example } from '../examples/examples.ts';

/** The tabs of a first visit. */
export const exampleTabs = (examples: readonly Example[]): TabsState => ({
  activeTabIndex: 0,
  tabs: examples.map(({ title, operationName, query, variables }) => ({
    id: operationName,
    hash: '',
    title,
    query,
    variables,
    headers: null,
    operationName,
    response: null,
  })),
});

/** The tabs as they were left; undefined when that cannot be read. Headers are those of today, whatever was kept. */
export function readTabs(text: string | null, examples: readonly Example[]): TabsState | undefined {
  const { activeTabIndex, tabs } = parsed(text);
  if (typeof activeTabIndex !== 'number' || !tabs?.[activeTabIndex]) return undefined;
  const today = tabs.map((tab) => ({ ...tab, headers: null }));
  nameTabs(today, examples);
  return { activeTabIndex, tabs: today };
}

/**
 * Calls the tabs of the examples by their titles, in place. GraphiQL calls a tab by its operation, and does so again at
 * every change; the names of operations have no spaces.
 */
export function nameTabs(tabs: TabsState['tabs'], examples: readonly Example[]): void {
  for (const tab of tabs) {
    const example = examples.find(({ operationName }) => operationName === tab.operationName);
    if (example) tab.title = example.title;
  }
}

function parsed(text: string | null): Partial<TabsState> {
  try {
    return Object(JSON.parse(text ?? ''));
  } catch {
    return {};
  }
}
