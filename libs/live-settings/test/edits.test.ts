import {
  appendFileSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type OpenedSettings, open, textOf } from './settings-file.ts';

let opened: OpenedSettings;
afterEach(() => opened.close());

const deadlineMs = (): number => opened.settings.current().page.deadlineMs;

/** As the kubelet writes it: the data in a folder of its own, `..data` a link to that, the file a link through it. */
function configMap(folder: string): string {
  newVersion(folder, 'v1', 740);
  symlinkSync('..v1', join(folder, '..data'));
  symlinkSync(join('..data', 'app.yaml'), join(folder, 'app.yaml'));
  return join(folder, 'app.yaml');
}

function newVersion(folder: string, name: string, ms: number): void {
  mkdirSync(join(folder, `..${name}`));
  writeFileSync(join(folder, `..${name}`, 'app.yaml'), textOf(ms));
}

it('sees a write in place', async () => {
  opened = open();
  writeFileSync(opened.path, textOf(500));
  await opened.looks(2);
  expect(deadlineMs()).toBe(500);
});

it('sees an edit of as many bytes within the same millisecond', async () => {
  opened = open();
  for (const ms of [500, 501, 502]) {
    writeFileSync(opened.path, textOf(ms));
    await opened.looks(2);
    expect(deadlineMs()).toBe(ms);
  }
});

it('sees an editor put a new file in the place of the old one, again and again', async () => {
  opened = open();
  for (const ms of [500, 501, 502]) {
    writeFileSync(`${opened.path}.tmp`, textOf(ms));
    renameSync(`${opened.path}.tmp`, opened.path);
    await opened.looks(2);
    expect(deadlineMs()).toBe(ms);
  }
});

it('sees the link of a ConfigMap swapped, again and again', async () => {
  opened = open({ make: configMap });
  const { folder } = opened;
  for (const [old, next, ms] of [
    ['v1', 'v2', 500],
    ['v2', 'v3', 501],
  ] as const) {
    newVersion(folder, next, ms);
    symlinkSync(`..${next}`, join(folder, '..data_tmp'));
    renameSync(join(folder, '..data_tmp'), join(folder, '..data'));
    rmSync(join(folder, `..${old}`), { recursive: true });
    await opened.looks(2);
    expect(deadlineMs()).toBe(ms);
  }
  expect(opened.reloads.map(({ result }) => result)).toEqual(['changed', 'changed']);
});

it('sees a file that was deleted and made again, and says nothing if that was quick', async () => {
  opened = open();
  unlinkSync(opened.path);
  await opened.looks(1);
  writeFileSync(opened.path, textOf(500));
  await opened.looks(2);
  expect(deadlineMs()).toBe(500);
  expect(opened.reloads.map(({ result }) => result)).toEqual(['changed']);
});

it('bears with a folder that is gone for a while', async () => {
  opened = open({
    make(folder) {
      mkdirSync(join(folder, 'config'));
      writeFileSync(join(folder, 'config', 'app.yaml'), textOf(740));
      return join(folder, 'config', 'app.yaml');
    },
  });
  const { folder } = opened;
  renameSync(join(folder, 'config'), join(folder, 'away'));
  await opened.looks(4);
  expect(deadlineMs()).toBe(740);
  expect(opened.settings.view().refused?.problems).toEqual([
    expect.stringMatching(/app\.yaml: cannot be read: ENOENT/),
  ]);
  renameSync(join(folder, 'away'), join(folder, 'config'));
  await opened.looks(2);
  expect(opened.settings.view().refused).toBeNull();
  expect(opened.reloads.map(({ result }) => result)).toEqual(['refused', 'unchanged']);
});

it('waits for a writer that pauses in the middle, though what is there is valid', async () => {
  opened = open();
  const whole = textOf(600);
  truncateSync(opened.path);
  for (const part of whole.match(/[^]{1,9}/g) ?? []) {
    appendFileSync(opened.path, part);
    await opened.looks(1);
    expect(opened.settings.current()).toMatchObject({ breaker: { openMs: 4000 }, page: { deadlineMs: 740 } });
  }
  await opened.looks(1);
  expect(deadlineMs()).toBe(600);
  expect(opened.reloads.map(({ result }) => result)).toEqual(['changed']);
});

it('never takes over a file that was cut anywhere, however long it stays so', async () => {
  opened = open();
  const before = opened.settings.current();
  const whole = textOf(600, 3000);
  for (let length = 0; length < whole.length; length++) {
    writeFileSync(opened.path, whole.slice(0, length));
    await opened.looks(2);
    expect(opened.settings.current()).toBe(before);
    expect(opened.settings.view().refused).not.toBeNull();
  }
});
