import { VirtualClock } from '@bff/testing';
import { type Look, watchFile } from './file-watch.ts';

/** A watch of a file whose content is `file.now`: a text, or an error to be thrown. */
function watched(known: string) {
  const clock = new VirtualClock();
  const file: { now: string | Error; reads: number } = { now: known, reads: 0 };
  const found: Look[] = [];
  const read = async (): Promise<string> => {
    file.reads += 1;
    if (file.now instanceof Error) throw file.now;
    return file.now;
  };
  const watch = watchFile({ path: 'f', clock, known, onNew: (look) => found.push(look), read });
  return { clock, file, found, watch };
}

it('tells of a new content once, within a second, when it has seen it twice', async () => {
  const { clock, file, found } = watched('a');
  file.now = 'b';
  await clock.advanceBy(500);
  expect(found).toEqual([]);
  await clock.advanceBy(250);
  expect(found).toEqual([{ text: 'b' }]);
  await clock.advanceBy(10_000);
  expect(found).toHaveLength(1);
});

it('never tells of a content that was there for one look only', async () => {
  const { clock, file, found } = watched('whole');
  file.now = 'who';
  await clock.advanceBy(500);
  file.now = 'whole again';
  await clock.advanceBy(250);
  file.now = '';
  await clock.advanceBy(250);
  file.now = 'whole';
  await clock.advanceBy(5000);
  expect(found).toEqual([]);
});

it('does not take two looks for one after the other when the known content was seen between them', async () => {
  const { clock, file, found } = watched('a');
  for (const [content, ms] of [
    ['b', 500],
    ['a', 250],
    ['b', 500],
    ['a', 250],
  ] as const) {
    file.now = content;
    await clock.advanceBy(ms);
  }
  expect(found).toEqual([]);
});

it('tells of the first content again when it comes back', async () => {
  const { clock, file, found } = watched('a');
  for (const content of ['b', 'a']) {
    file.now = content;
    await clock.advanceBy(1000);
  }
  expect(found).toEqual([{ text: 'b' }, { text: 'a' }]);
});

it('tells once that the file is away, and nothing if it was for a moment', async () => {
  const { clock, file, found } = watched('a');
  file.now = new Error('ENOENT');
  await clock.advanceBy(500);
  file.now = 'a';
  await clock.advanceBy(250);
  expect(found).toEqual([]);
  file.now = new Error('ENOENT');
  await clock.advanceBy(10_000);
  expect(found).toEqual([{ problem: 'cannot be read: ENOENT' }]);
});

it('takes an empty file for a content, and not for none', async () => {
  const { clock, file, found } = watched('a');
  file.now = '';
  await clock.advanceBy(1000);
  expect(found).toEqual([{ text: '' }]);
});

it('reads twice a second', async () => {
  const { clock, file } = watched('a');
  await clock.advanceBy(10_000);
  expect(file.reads).toBe(20);
});

it('looks no more once it is closed, also when that was during a look', async () => {
  const { clock, file, found, watch } = watched('a');
  file.now = 'b';
  await clock.advanceBy(500);
  clock.advance(250);
  watch.close();
  await clock.advanceBy(5000);
  expect(found).toEqual([]);
  expect(file.reads).toBe(2);
  expect(clock.pendingTimers).toBe(0);
});
