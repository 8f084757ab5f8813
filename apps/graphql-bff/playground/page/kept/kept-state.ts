import type { Storage } from '@graphiql/toolkit';
import type { Example } from '../examples/examples.ts';
import { withTokenOf, withoutToken } from './headers-text.ts';
import { mapHeaders } from './kept-history.ts';
import { exampleTabs, readTabs } from './kept-tabs.ts';

export interface KeptStateOptions {
  /** The tabs of a first visit. */
  readonly examples: readonly Example[];
  /** What the headers editor begins with; empty when there is no token. */
  readonly headers: string;
  readonly store: Store;
}

/** The part of `localStorage` that is needed. */
export type Store = Pick<typeof localStorage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const prefix = 'graphiql:';

/** What GraphiQL keeps beside its tabs although it is in them. Only the tabs are kept: two places can contradict each other. */
const inTabs = new Set([`${prefix}query`, `${prefix}variables`, `${prefix}headers`]);

const histories = new Set([`${prefix}queries`, `${prefix}favorites`]);

/**
 * What GraphiQL keeps in the browser: tabs, history, theme. No token gets there: it is taken out of all that is written,
 * and all that is read has the token of today.
 */
export function keptState({ examples, headers, store }: KeptStateOptions): Storage {
  const tabs = () => readTabs(store.getItem(`${prefix}tabState`), examples) ?? exampleTabs(examples);
  const readInTabs = (key: string): string | null => {
    const { tabs: all, activeTabIndex } = tabs();
    if (key === `${prefix}query`) return all[activeTabIndex]?.query ?? null;
    return key === `${prefix}variables` ? (all[activeTabIndex]?.variables ?? null) : null;
  };
  return {
    getItem(key) {
      if (key === `${prefix}tabState`) return JSON.stringify(tabs());
      if (inTabs.has(key)) return readInTabs(key);
      const kept = store.getItem(key);
      return histories.has(key) ? mapHeaders(kept, (text) => withTokenOf(headers, text)) : kept;
    },
    setItem(key, value) {
      const kept = histories.has(key) ? mapHeaders(value, withoutToken) : value;
      if (kept !== null && !inTabs.has(key)) store.setItem(key, kept);
    },
    removeItem: (key) => store.removeItem(key),
    clear: () => ownKeys(store).forEach((key) => store.removeItem(key)),
    get length() {
      return ownKeys(store).length;
    },
  };
}

const ownKeys = (store: Store): string[] =>
  Array.from({ length: store.length }, (_, index) => store.key(index) ?? '').filter((key) => key.startsWith(prefix));
