import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { systemClock } from '@bff/clock';
import { HttpProblem } from '@bff/errors';
import { VirtualClock } from '@bff/testing';
import { rewriteFile } from '../src/tuning/rewrite-file.ts';
import { type OpenedSettings, open, textOf } from './settings-file.ts';

const opened: OpenedSettings[] = [];
afterEach(() => {
  for (const { path } of opened) if (existsSync(dirname(path))) chmodSync(dirname(path), 0o755);
  for (const one of opened.splice(0)) one.close();
});
function opening(...options: Parameters<typeof open>): OpenedSettings {
  const one = open(...options);
  opened.push(one);
  return one;
}

const commented = `# Why it is so.\n${textOf(740)}`;
const withComments = (folder: string): string => {
  const path = join(folder, 'app.yaml');
  writeFileSync(path, commented);
  return path;
};
const contentOf = ({ path }: OpenedSettings): string => readFileSync(path, 'utf8');
const openMs = ({ settings }: OpenedSettings): number => settings.current().breaker.openMs;
const toOpenMs = (ms: number) => ({ breaker: { openMs: ms } });

const problemOf = (tuning: Promise<unknown>): Promise<object> =>
  tuning.then(
    () => Promise.reject(new Error('was not refused')),
    (error: unknown) => (error instanceof HttpProblem ? error.details : Promise.reject(error)),
  );

describe('a tuning', () => {
  it('is in the file, which is as it was otherwise, and in effect when it is answered', async () => {
    const one = opening({ make: withComments });
    expect(await one.settings.tune(toOpenMs(3000))).toEqual({
      written: true,
      changes: [{ path: 'breaker.openMs', from: 4000, to: 3000 }],
    });
    expect(openMs(one)).toBe(3000);
    expect(contentOf(one)).toBe(commented.replace('4000', '3000'));
    expect(one.reloads).toEqual([{ result: 'changed', changes: [{ path: 'breaker.openMs', from: 4000, to: 3000 }] }]);
    expect(one.settings.view().knobs[0]).toMatchObject({ value: 3000, source: { kind: 'file', line: 3 } });
  });

  it('is not taken over a second time when the file is looked at', async () => {
    const one = opening();
    await one.settings.tune(toOpenMs(3000));
    await one.looks(4);
    expect(one.reloads).toHaveLength(1);
    expect(openMs(one)).toBe(3000);
    // A later edit of the content that was there before is one all the same.
    writeFileSync(one.path, textOf(740));
    await one.looks(2);
    expect(openMs(one)).toBe(4000);
  });

  it('reaches whoever else has the file within two looks', async () => {
    const one = opening();
    const other = opening({ make: () => one.path });
    await one.settings.tune(toOpenMs(3000));
    expect(openMs(other)).toBe(4000);
    await other.looks(2);
    expect(openMs(other)).toBe(3000);
  });

  it('goes on from what stands in the file, though it is not in effect yet, and tells of its own part only', async () => {
    const one = opening();
    writeFileSync(one.path, textOf(500));
    expect((await one.settings.tune(toOpenMs(3000))).changes).toEqual([
      { path: 'breaker.openMs', from: 4000, to: 3000 },
    ]);
    expect(one.settings.current()).toMatchObject({ breaker: { openMs: 3000 }, page: { deadlineMs: 500 } });
  });

  it('mends nothing by the way, and takes over a file that was mended', async () => {
    const one = opening();
    writeFileSync(one.path, textOf(0));
    await one.looks(2);
    expect(await problemOf(one.settings.tune(toOpenMs(3000)))).toMatchObject({
      code: 'SETTINGS_REFUSED',
      detail: `${one.path}:4: page.deadlineMs: must be an integer of at least 1, was 0`,
    });
    expect(contentOf(one)).toBe(textOf(0));
    writeFileSync(one.path, textOf(700));
    await one.settings.tune(toOpenMs(3000));
    expect(one.settings.view().refused).toBeNull();
    expect(one.settings.current()).toMatchObject({ breaker: { openMs: 3000 }, page: { deadlineMs: 700 } });
  });

  it('that changes nothing does not touch the file', async () => {
    const one = opening();
    const { ino, mtimeMs } = statSync(one.path);
    expect(await one.settings.tune({})).toEqual({ written: false, changes: [] });
    expect(await one.settings.tune(toOpenMs(4000))).toEqual({ written: false, changes: [] });
    expect(statSync(one.path)).toMatchObject({ ino, mtimeMs });
    expect(one.reloads).toEqual([]);
  });

  it('keeps the file’s mode, and leaves nothing else in the folder', async () => {
    const one = opening();
    chmodSync(one.path, 0o664);
    await one.settings.tune(toOpenMs(3000));
    expect(statSync(one.path).mode & 0o7777).toBe(0o664);
    expect(readdirSync(one.folder)).toEqual(['app.yaml']);
  });

  it('keeps a link, and changes what it leads to', async () => {
    const one = opening({
      make(folder) {
        mkdirSync(join(folder, 'data'));
        writeFileSync(join(folder, 'data', 'real.yaml'), textOf(740));
        symlinkSync(join('data', 'real.yaml'), join(folder, 'app.yaml'));
        return join(folder, 'app.yaml');
      },
    });
    await one.settings.tune(toOpenMs(3000));
    expect(lstatSync(one.path).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(one.folder, 'data', 'real.yaml'), 'utf8')).toBe(textOf(740, 3000));
  });

  it('loses none of many that are asked for at once', async () => {
    const one = opening();
    const lines = Array.from({ length: 12 }, (_, at) => `# ${at}`);
    const rewriting = lines.map((line) =>
      rewriteFile({ path: one.path, clock: systemClock, edit: (text) => ({ text: `${text}${line}\n` }) }),
    );
    expect((await Promise.all(rewriting)).every(({ written }) => written)).toBe(true);
    const added = contentOf(one).slice(textOf(740).length).trimEnd().split('\n');
    expect(added.toSorted()).toEqual(lines.toSorted());
    expect(readdirSync(one.folder)).toEqual(['app.yaml']);
  });
});

describe('a file that cannot be written', () => {
  it.each([
    ['the file', 0o444, 0o755],
    ['its folder', 0o644, 0o555],
  ])('is refused when %s is read-only', async (what, fileMode, folderMode) => {
    const one = opening();
    chmodSync(one.path, fileMode);
    chmodSync(one.folder, folderMode);
    const problem = await problemOf(one.settings.tune(toOpenMs(3000)));
    expect(problem).toMatchObject({ status: 409, code: 'SETTINGS_NOT_WRITABLE' });
    expect(problem).toHaveProperty('detail', expect.stringContaining(`${one.path}: ${what} is read-only`));
    expect([contentOf(one), openMs(one), readdirSync(one.folder)]).toEqual([textOf(740), 4000, ['app.yaml']]);
    // What changes nothing needs no writing; what is wrong is wrong wherever it stands.
    expect(await one.settings.tune({})).toEqual({ written: false, changes: [] });
    expect(await problemOf(one.settings.tune({ x: 1 }))).toMatchObject({ status: 400 });
  });

  it('is refused when it is away, or is no UTF-8', async () => {
    const one = opening();
    writeFileSync(one.path, Buffer.from(`# f\xfcr\n${textOf(740)}`, 'latin1'));
    expect(await problemOf(one.settings.tune(toOpenMs(3000)))).toMatchObject({
      code: 'SETTINGS_REFUSED',
      detail: `${one.path}: is not UTF-8`,
    });
    unlinkSync(one.path);
    expect(await problemOf(one.settings.tune(toOpenMs(3000)))).toMatchObject({
      code: 'SETTINGS_REFUSED',
      detail: `${one.path}: cannot be read: ENOENT`,
    });
  });

  it('is left as it was when it cannot be put in its place, and no other file stays behind', async () => {
    const one = opening();
    const busy = Object.assign(new Error('EBUSY: resource busy or locked, rename …'), { code: 'EBUSY' });
    const rename = async (from: string): Promise<void> => {
      expect(readFileSync(from, 'utf8')).toBe('new\n');
      throw busy;
    };
    const rewriting = rewriteFile({ path: one.path, clock: one.clock, edit: () => ({ text: 'new\n' }), rename });
    expect(await problemOf(rewriting)).toMatchObject({
      code: 'SETTINGS_NOT_WRITABLE',
      detail: `${one.path}: EBUSY. Change it where it comes from`,
    });
    expect([contentOf(one), readdirSync(one.folder)]).toEqual([textOf(740), ['app.yaml']]);
  });

  it('shows an error that is a defect of ours as that, and leaves no other file behind', async () => {
    const one = opening();
    const rename = () => Promise.reject(new TypeError('oops'));
    const rewriting = rewriteFile({ path: one.path, clock: one.clock, edit: () => ({ text: 'new\n' }), rename });
    await expect(rewriting).rejects.toThrow(TypeError);
    expect(readdirSync(one.folder)).toEqual(['app.yaml']);
  });
});

describe('somebody else who writes between reading and replacing', () => {
  /** Edits by hand in the middle, so many times. */
  async function rewrite(one: OpenedSettings, times: number) {
    const seen: string[] = [];
    const result = await rewriteFile({
      path: one.path,
      clock: one.clock,
      edit(text) {
        seen.push(text);
        // What was read is in hand already.
        if (seen.length <= times) {
          writeFileSync(`${one.path}.new`, `${text}# ${seen.length}\n`);
          renameSync(`${one.path}.new`, one.path);
        }
        return { text: `# tuned\n${text}` };
      },
    }).catch((error: unknown) => error);
    return { seen, result };
  }

  it.each([0, 1, 2, 3])('is not undone: it is read again, %d times', async (times) => {
    const one = opening();
    const edits = ['# 1\n', '# 2\n', '# 3\n'].slice(0, times).join('');
    const { seen, result } = await rewrite(one, times);
    expect(seen).toHaveLength(times + 1);
    expect(result).toMatchObject({ written: true });
    expect(contentOf(one)).toBe(`# tuned\n${textOf(740)}${edits}`);
  });

  it('may make it shorter', async () => {
    const one = opening();
    let asked = 0;
    await rewriteFile({
      path: one.path,
      clock: one.clock,
      edit(text) {
        asked += 1;
        if (asked <= 2) writeFileSync(one.path, '#\n'.repeat(3 - asked));
        return { text: `${text}# tuned\n` };
      },
    });
    expect([asked, contentOf(one)]).toEqual([3, '#\n# tuned\n']);
  });

  it('wins when it never stops', async () => {
    const one = opening();
    const { seen, result } = await rewrite(one, 4);
    expect(seen).toHaveLength(4);
    expect(result).toMatchObject({ details: { status: 409, code: 'SETTINGS_BUSY', retryable: true } });
    expect(contentOf(one)).toBe(`${textOf(740)}# 1\n# 2\n# 3\n# 4\n`);
    expect(readdirSync(one.folder)).toEqual(['app.yaml']);
  });
});

describe('a temporary file of another process', () => {
  const left = ({ folder }: OpenedSettings): string => join(folder, '.app.yaml.tuning');

  it('is waited for while it may be written to, and removed when that process is gone', async () => {
    const one = opening();
    const clock = new VirtualClock();
    writeFileSync(left(one), 'half of a fi');
    const state = { isOver: false };
    const rewriting = rewriteFile({ path: one.path, clock, edit: () => ({ text: 'new\n' }) }).finally(
      () => (state.isOver = true),
    );
    const pass = async (ms: number): Promise<void> => {
      for (const end = clock.now() + ms; clock.now() < end; clock.advance(50)) {
        while (clock.pendingTimers === 0 && !state.isOver) await nextTurn();
      }
    };
    await pass(1900);
    expect([contentOf(one), readFileSync(left(one), 'utf8')]).toEqual([textOf(740), 'half of a fi']);
    await pass(300);
    expect(await rewriting).toMatchObject({ written: true });
    expect([contentOf(one), readdirSync(one.folder)]).toEqual(['new\n', ['app.yaml']]);
  });

  it('that has taken the turn of one who stood still is not put in the place of the file', async () => {
    const one = opening();
    let asked = 0;
    const rewriting = rewriteFile({
      path: one.path,
      clock: one.clock,
      edit(text) {
        asked += 1;
        if (asked === 1) writeFileSync(one.path, `${text}# by hand\n`);
        // In its turn, as somebody else would who finds it left behind.
        if (asked === 2) {
          unlinkSync(left(one));
          writeFileSync(left(one), 'half of a fi');
        }
        return { text: `# tuned\n${text}` };
      },
    });
    expect(await problemOf(rewriting)).toMatchObject({ code: 'SETTINGS_BUSY' });
    expect(contentOf(one)).toBe(`${textOf(740)}# by hand\n`);
    expect(readFileSync(left(one), 'utf8')).toBe('half of a fi');
  });
});
