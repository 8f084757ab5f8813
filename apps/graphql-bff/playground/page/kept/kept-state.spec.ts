import type { TabsState } from '@graphiql/react';
import type { Example } from '../examples/examples.ts';
import { headersFor } from './headers-text.ts';
import { type Store, keptState } from './kept-state.ts';
import { exampleTabs, nameTabs } from './kept-tabs.ts';

const examples: readonly Example[] = [
  { title: 'A whole order', operationName: 'WholeOrder', query: 'query WholeOrder { a }', variables: '{"a":1}' },
  { title: 'A list', operationName: 'OrderList', query: 'query OrderList { b }', variables: '{"b":1}' },
];

const storeWith = (entries: Readonly<Record<string, string>> = {}): Store & { readonly map: Map<string, string> } => {
  const map = new Map(Object.entries(entries));
  return {
    map,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
    key: (index) => [...map.keys()][index] ?? null,
    get length() {
      return map.size;
    },
  };
};

const keptIn = (store: Store, token = 'today') =>
  keptState({ examples, headers: token === '' ? '' : headersFor(token), store });
const read = (store: Store, key: string, token?: string) => {
  const text = keptIn(store, token).getItem(`graphiql:${key}`);
  return text === null ? null : JSON.parse(text);
};

const left: TabsState = {
  activeTabIndex: 1,
  tabs: [
    { ...exampleTabs(examples).tabs[0]!, title: 'WholeOrder', headers: headersFor('old') },
    { ...exampleTabs(examples).tabs[1]!, title: 'Mine', operationName: 'Mine', query: '{ mine }', variables: null },
  ],
};

describe('the tabs', () => {
  it('of a first visit are the examples', () => {
    const { activeTabIndex, tabs }: TabsState = read(storeWith(), 'tabState');
    expect(activeTabIndex).toBe(0);
    expect(tabs.map(({ title, query }) => ({ title, query }))).toEqual([
      { title: 'A whole order', query: 'query WholeOrder { a }' },
      { title: 'A list', query: 'query OrderList { b }' },
    ]);
    expect(keptIn(storeWith()).getItem('graphiql:query')).toBe('query WholeOrder { a }');
    expect(keptIn(storeWith()).getItem('graphiql:variables')).toBe('{"a":1}');
  });

  it('of a later visit are as they were left, but for the token', () => {
    const store = storeWith({
      'graphiql:tabState': JSON.stringify(left),
      'graphiql:headers': headersFor('old'),
      'graphiql:query': 'of another tab',
    });
    const { activeTabIndex, tabs }: TabsState = read(store, 'tabState');
    expect(activeTabIndex).toBe(1);
    expect(tabs.map(({ title }) => title)).toEqual(['A whole order', 'Mine']);
    expect(tabs.map(({ headers }) => headers)).toEqual([null, null]);
    expect(keptIn(store).getItem('graphiql:query')).toBe('{ mine }');
    expect(keptIn(store).getItem('graphiql:variables')).toBeNull();
    expect(keptIn(store).getItem('graphiql:headers')).toBeNull();
  });

  it.each(['', '{', 'null', '{"activeTabIndex":0,"tabs":[]}', '{"activeTabIndex":2,"tabs":[{}]}', '{"tabs":[{}]}'])(
    'are the examples when what was kept is %j',
    (kept) => {
      expect(read(storeWith({ 'graphiql:tabState': kept }), 'tabState').tabs).toHaveLength(2);
    },
  );

  it('are called by the titles of the examples, or by what a person called the operation', () => {
    const { tabs } = structuredClone(left);
    nameTabs(tabs, examples);
    expect(tabs.map(({ title }) => title)).toEqual(['A whole order', 'Mine']);
  });
});

describe('the history', () => {
  const queries = [
    { query: '{ a }', headers: headersFor('old') },
    { query: '{ b }', headers: '{"Authorization":"Bearer old","X-Request-Id":"1"}' },
    { query: '{ c }' },
  ];

  it('is kept without tokens', () => {
    const store = storeWith();
    keptIn(store).setItem('graphiql:queries', JSON.stringify({ queries }));
    keptIn(store).setItem('graphiql:favorites', JSON.stringify({ favorites: queries }));
    expect(store.map.size).toBe(2);
    expect([...store.map.values()].join()).not.toContain('Bearer');
    expect([...store.map.values()].join()).toContain('X-Request-Id');
  });

  it('comes back with the token of today', () => {
    const store = storeWith({ 'graphiql:queries': JSON.stringify({ queries }) });
    const entries: { headers: string }[] = read(store, 'queries').queries;
    expect(entries.map(({ headers }) => JSON.parse(headers))).toEqual([
      { Authorization: 'Bearer today' },
      { Authorization: 'Bearer today', 'X-Request-Id': '1' },
      { Authorization: 'Bearer today' },
    ]);
  });

  it('comes back without a token when there is none', () => {
    const store = storeWith({ 'graphiql:queries': JSON.stringify({ queries }) });
    expect(JSON.stringify(read(store, 'queries', ''))).not.toContain('Bearer');
  });

  it('is none when it cannot be read', () => {
    expect(read(storeWith({ 'graphiql:queries': '{' }), 'queries')).toBeNull();
  });
});

it('what is in the tabs is kept nowhere else', () => {
  const store = storeWith();
  for (const key of ['query', 'variables', 'headers']) keptIn(store).setItem(`graphiql:${key}`, 'x');
  expect(store.map.size).toBe(0);
});

it('clearing leaves what is not of this page', () => {
  const store = storeWith({ 'graphiql:theme': 'dark', other: 'x', 'graphiql:tabState': '{}' });
  expect(keptIn(store).length).toBe(2);
  keptIn(store).clear();
  expect([...store.map.keys()]).toEqual(['other']);
});
