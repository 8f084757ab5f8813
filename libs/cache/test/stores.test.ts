import { describeWithRedis } from '@bff/testing';
import type { Entry } from '../src/entry.ts';
import { type OpenStore, openCluster, openMemory, openRedis } from './store-kinds.ts';

/** What every store does alike. Names differ from test to test, as the store is one. */
function aStore(open: () => Promise<OpenStore>): void {
  let store: OpenStore;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  const KEPT_MS = 60_000;
  const ago = (ms: number, payload: string | undefined, tie = 1): Entry => ({
    version: { at: store.wallTime() - ms, tie },
    payload,
  });
  const payloadOf = async (name: string): Promise<string | undefined> => (await store.read(name))?.payload;

  it('has nothing at first', async () => {
    expect(await store.read('nothing')).toBeUndefined();
  });

  it('gives back what was written, version and all', async () => {
    const entry = ago(100, 'j{"name":"Zoë 😀"}');
    expect(await store.write('value', entry, KEPT_MS)).toBe('stored');
    expect(await store.read('value')).toMatchObject(entry);
  });

  it('keeps names apart', async () => {
    await store.write('one', ago(0, 'j1'), KEPT_MS);
    await store.write('two', ago(0, 'j2'), KEPT_MS);
    expect([await payloadOf('one'), await payloadOf('two')]).toEqual(['j1', 'j2']);
  });

  it('puts newer data in the place of older', async () => {
    await store.write('newer', ago(200, 'jold'), KEPT_MS);
    expect(await store.write('newer', ago(100, 'jnew'), KEPT_MS)).toBe('stored');
    expect(await payloadOf('newer')).toBe('jnew');
  });

  it('never puts older data in the place of newer, however late it is written', async () => {
    await store.write('late', ago(100, 'jnew'), KEPT_MS);
    expect(await store.write('late', ago(200, 'jold'), KEPT_MS)).toBe('older');
    expect(await payloadOf('late')).toBe('jnew');
  });

  it('decides between two of one millisecond by the tie', async () => {
    const at = store.wallTime() - 100;
    await store.write('tie', { version: { at, tie: 2 }, payload: 'j2' }, KEPT_MS);
    expect(await store.write('tie', { version: { at, tie: 1 }, payload: 'j1' }, KEPT_MS)).toBe('older');
    expect(await store.write('tie', { version: { at, tie: 3 }, payload: 'j3' }, KEPT_MS)).toBe('stored');
    expect(await payloadOf('tie')).toBe('j3');
  });

  it('compares large ties as numbers, exactly', async () => {
    const at = store.wallTime() - 100;
    const tie = 9_000_000_000_000_000;
    await store.write('large', { version: { at, tie }, payload: 'j1' }, KEPT_MS);
    expect(await store.write('large', { version: { at, tie: tie - 1 }, payload: 'j0' }, KEPT_MS)).toBe('older');
    expect((await store.read('large'))?.version).toEqual({ at, tie });
  });

  it('remembers a removal, against a value that was loaded before it', async () => {
    await store.write('removed', ago(300, 'jthere'), KEPT_MS);
    expect(await store.write('removed', ago(200, undefined), KEPT_MS)).toBe('stored');
    expect(await store.read('removed')).toMatchObject({ payload: undefined });
    expect(await store.write('removed', ago(250, 'jlate'), KEPT_MS)).toBe('older');
    expect(await store.write('removed', ago(100, 'jback'), KEPT_MS)).toBe('stored');
    expect(await payloadOf('removed')).toBe('jback');
  });

  it('forgets when the time is over', async () => {
    await store.write('short', ago(0, 'j1'), 50);
    expect(await payloadOf('short')).toBe('j1');
    await store.pass(60);
    expect(await store.read('short')).toBeUndefined();
  });

  it('counts the time from the last write', async () => {
    await store.write('longer', ago(2, 'j1'), 50);
    await store.write('longer', ago(1, 'j2'), KEPT_MS);
    await store.pass(60);
    expect(await payloadOf('longer')).toBe('j2');
  });

  it('lets a value from a clock that is ahead not keep the others out', async () => {
    const ahead = await store.write('ahead', ago(-5_000, 'jahead'), KEPT_MS);
    expect(['stored', 'clock']).toContain(ahead);
    expect(await store.write('ahead', ago(0, 'jtrue'), KEPT_MS)).toBe('stored');
    expect(await payloadOf('ahead')).toBe('jtrue');
  });

  it('takes a large value', async () => {
    const payload = `j"${'x'.repeat(200_000)}"`;
    await store.write('large value', ago(0, payload), KEPT_MS);
    expect(await payloadOf('large value')).toBe(payload);
  });
}

describe('memory', () => {
  aStore(openMemory);
});
describeWithRedis('a Redis', () => aStore(openRedis));
describeWithRedis('a Redis cluster', () => aStore(openCluster));
