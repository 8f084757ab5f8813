import { writeFileSync } from 'node:fs';
import { ConfigError } from '@bff/service-shell';
import { type OpenedSettings, open, textOf } from './settings-file.ts';

let opened: OpenedSettings;
afterEach(() => opened.close());

const write = async (text: string): Promise<void> => {
  writeFileSync(opened.path, text);
  await opened.looks(2);
};
const messages = () => opened.logLines().map(({ msg }) => msg);

it('replaces the values as a whole, and logs in one line each knob that changed', async () => {
  opened = open();
  const before = opened.settings.current();
  await write(textOf(500, 3000));
  const changes = [
    { path: 'breaker.openMs', from: 4000, to: 3000 },
    { path: 'page.deadlineMs', from: 740, to: 500 },
  ];
  expect(before).toMatchObject({ breaker: { openMs: 4000, probes: 3 }, page: { deadlineMs: 740 } });
  expect(opened.settings.current()).toMatchObject({ breaker: { openMs: 3000, probes: 3 }, page: { deadlineMs: 500 } });
  expect(opened.logLines()).toEqual([
    expect.objectContaining({ level: 'info', msg: 'settings changed', file: opened.path, changes }),
  ]);
  expect(opened.reloads).toEqual([{ result: 'changed', changes }]);
});

it('says nothing of an edit that changes no value, and knows the lines anew', async () => {
  opened = open();
  await write(`# a comment\n${textOf(740)}`);
  expect(opened.logLines()).toEqual([]);
  expect(opened.reloads).toEqual([{ result: 'unchanged', changes: [] }]);
  expect(opened.settings.view().knobs.at(-1)?.source).toEqual({ kind: 'file', line: 5 });
});

describe('a bad edit', () => {
  const bad = textOf(740).replace('openMs', 'opnMs');

  it('is refused with line and reason, and what was in effect stays', async () => {
    opened = open();
    const before = opened.settings.current();
    await write(bad);
    const problems = [`${opened.path}:2: breaker.opnMs: is not known; known are openMs, probes`];
    expect(opened.settings.current()).toBe(before);
    expect(opened.logLines()).toEqual([expect.objectContaining({ level: 'error', file: opened.path, problems })]);
    expect(opened.settings.view()).toMatchObject({
      loadedAt: '2026-01-01T00:00:00.000Z',
      refused: { at: '2026-01-01T00:00:01.000Z', problems },
    });
  });

  it('is told of once, and again when it is another one; it is refused since the first', async () => {
    opened = open();
    await write(bad);
    await opened.looks(10);
    expect(opened.reloads).toHaveLength(1);
    await write('');
    expect(opened.reloads.map(({ result }) => result)).toEqual(['refused', 'refused']);
    expect(opened.settings.view().refused).toEqual({
      at: '2026-01-01T00:00:01.000Z',
      problems: [`${opened.path}:1: (file): must be an object, was null`],
    });
  });

  it.each([
    ['by taking it back', 740, []],
    ['by another value', 500, ['settings changed']],
  ])('can be mended %s, and the log says so', async (_how, deadlineMs, further) => {
    opened = open();
    await write(bad);
    await write(textOf(deadlineMs));
    expect(messages().slice(1)).toEqual(['settings mended: the file can be used again', ...further]);
    expect(opened.settings.view().refused).toBeNull();
    expect(opened.settings.current().page.deadlineMs).toBe(deadlineMs);
  });

  const multiplying =
    'a: &a [1, 1, 1, 1, 1]\nb: &b [*a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c]\n';
  it.each([
    '[',
    multiplying,
    '*nowhere',
    'a: &a [*a, *a]\n',
    '? {a: 1} : 2\n',
    '\u0000',
    '--- 1\n--- 2\n',
    '%YAML 9\n',
  ])('is refused whatever it is: %j', async (text) => {
    opened = open();
    await write(text);
    expect(opened.settings.view().refused).not.toBeNull();
    expect(opened.settings.current().page.deadlineMs).toBe(740);
    expect(JSON.stringify(opened.settings.view().refused)).not.toContain('defect');
  });
});

describe('an override by the environment', () => {
  const env = { SETTINGS__page__deadlineMs: '300' };

  it('wins at the start and after each reload', async () => {
    opened = open({ env });
    expect(opened.settings.current().page.deadlineMs).toBe(300);
    await write(textOf(500, 3000));
    expect(opened.settings.current()).toMatchObject({
      breaker: { openMs: 3000, probes: 3 },
      page: { deadlineMs: 300 },
    });
    expect(opened.reloads[0]?.changes.map(({ path }) => path)).toEqual(['breaker.openMs']);
  });

  it('that is bad or not known stops the start', () => {
    opened = open();
    const start = (variable: string) => () => open({ env: { [variable]: 'soon' } });
    expect(start('SETTINGS__page__deadlineMs')).toThrow(ConfigError);
    expect(start('SETTINGS__page__deadlineMs')).toThrow(/^SETTINGS__page__deadlineMs: page\.deadlineMs: must be/);
    expect(start('SETTINGS__page__deadline')).toThrow(/^SETTINGS__page__deadline: page\.deadline: is not known/);
  });
});

it('shows of each knob its value, its default, where it comes from and since when', async () => {
  opened = open({ env: { SETTINGS__page__deadlineMs: '300' } });
  await write(textOf(1, 3000));
  const { knobs, ...view } = opened.settings.view();
  expect(view).toEqual({ file: opened.path, loadedAt: '2026-01-01T00:00:01.000Z', refused: null });
  const start = '2026-01-01T00:00:00.000Z';
  expect(knobs).toEqual([
    {
      path: 'breaker.openMs',
      value: 3000,
      default: 5000,
      source: { kind: 'file', line: 2 },
      changedAt: '2026-01-01T00:00:01.000Z',
      description: 'How long the circuit stays open, in ms.',
    },
    { path: 'breaker.probes', value: 3, default: 3, source: { kind: 'default' }, changedAt: start, description: '' },
    { path: 'codes', value: ['a'], default: ['a'], source: { kind: 'default' }, changedAt: start, description: '' },
    {
      path: 'page.deadlineMs',
      value: 300,
      default: null,
      source: { kind: 'environment', variable: 'SETTINGS__page__deadlineMs' },
      changedAt: start,
      description: '',
    },
  ]);
});

it('survives a listener that throws, and tells the others', async () => {
  opened = open();
  const stop = opened.settings.onReload(() => {
    throw new Error('oops');
  });
  const heard: string[] = [];
  opened.settings.onReload(({ result }) => heard.push(result));
  await write(textOf(500));
  stop();
  await write(textOf(501));
  expect(heard).toEqual(['changed', 'changed']);
  expect(messages().filter((msg) => msg === 'a listener of the settings failed')).toHaveLength(1);
});

it('stays as it is once closed, and leaves no timer', async () => {
  opened = open();
  opened.settings.close();
  expect(opened.clock.pendingTimers).toBe(0);
  expect(opened.settings.current().page.deadlineMs).toBe(740);
});
