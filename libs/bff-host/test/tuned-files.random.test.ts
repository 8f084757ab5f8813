import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { HttpProblem } from '@bff/errors';
import { type SettingsView, openLiveSettings } from '@bff/live-settings';
import { createLogSink, createLogger } from '@bff/observability';
import { parseYaml } from '@bff/service-shell';
import { VirtualClock, seededRandom } from '@bff/testing';
import { settingsSchema } from '../src/settings.ts';
import { type Chosen, chooseKnobs, patchOf } from './random-patch.ts';

const seeds = 30;
const patchesEach = 4;
const shipped = readFileSync(resolve(import.meta.dirname, '../../../config/mobile-bff.yaml'), 'utf8');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tuned-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Settings in a file as it ships. `tune` says whether the patch was taken. */
function openShipped() {
  const file = join(folder, 'mobile-bff.yaml');
  writeFileSync(file, shipped);
  const logger = createLogger({ app: 'test', destination: createLogSink() });
  const settings = openLiveSettings({ path: file, schema: settingsSchema, env: {}, clock: new VirtualClock(), logger });
  return {
    view: () => settings.view(),
    text: () => readFileSync(file, 'utf8'),
    close: () => settings.close(),
    tune: (chosen: Chosen): Promise<boolean> =>
      settings.tune(patchOf(chosen)).then(
        () => true,
        (error: unknown) => {
          // Values that do not go together; nothing else may be wrong with these.
          if (error instanceof HttpProblem && error.details.status === 400) return false;
          throw error;
        },
      ),
  };
}

const valuesOf = ({ knobs }: SettingsView): Chosen => new Map(knobs.map(({ path, value }) => [path, value]));
const valuesIn = (text: string): unknown => parseYaml(text, settingsSchema, 'mobile-bff.yaml');
/** What people have written for people, with its indentation, in its order. */
const proseOf = (text: string): readonly string[] => text.split('\n').filter(isProse);
const isProse = (line: string): boolean => /^\s*(#|$)/.test(line);

it('whatever is tuned: the file can be used, these knobs have changed and no other, every comment is where it was', async () => {
  let taken = 0;
  for (let seed = 0; seed < seeds; seed++) {
    const random = seededRandom(seed);
    const { view, text, tune, close } = openShipped();
    for (let patch = 0; patch < patchesEach; patch++) {
      const before = view();
      const textBefore = text();
      const chosen = chooseKnobs(before.knobs, { random, taken: 0.4 });
      const defaults = new Map(before.knobs.map((knob) => [knob.path, knob.default]));
      const asked = [...chosen].map(([path, value]) => [path, value ?? defaults.get(path)] as const);
      const isTaken = await tune(chosen);
      const seen = { seed, chosen, values: valuesOf(view()), unchanged: text() === textBefore, prose: proseOf(text()) };
      expect(seen).toEqual({
        seed,
        chosen,
        values: new Map([...valuesOf(before), ...(isTaken ? asked : [])]),
        // One that asks for what is there already is taken, and changes nothing.
        unchanged: isTaken ? seen.unchanged : true,
        prose: proseOf(shipped),
      });
      taken += isTaken ? 1 : 0;
    }
    expect(cutsThatPass(text())).toEqual([]);
    close();
  }
  expect(taken).toBeGreaterThan(seeds);
});

/** The numbers of lines after which the file could be cut and be taken for a whole one. */
function cutsThatPass(text: string): readonly number[] {
  const lines = text.trimEnd().split('\n');
  expect(valuesIn(text)).toBeDefined();
  return lines.flatMap((line, count) => {
    // A cut in front of a comment is one in front of what comes after it.
    if (isProse(line)) return [];
    try {
      valuesIn(`${lines.slice(0, count).join('\n')}\n`);
      return [count];
    } catch {
      return [];
    }
  });
}

it('whatever is set and taken back: the file is as it was, byte for byte', async () => {
  let taken = 0;
  for (let seed = 1000; seed < 1000 + seeds; seed++) {
    const { view, text, tune, close } = openShipped();
    const { knobs } = view();
    const chosen = chooseKnobs(knobs, { random: seededRandom(seed), taken: 0 });
    const back = knobs
      .filter(({ path }) => chosen.has(path))
      .map(({ path, source, value }) => [path, source.kind === 'file' ? value : null] as const);
    taken += (await tune(chosen)) ? 1 : 0;
    await tune(new Map(back));
    expect({ seed, chosen, text: text() }).toEqual({ seed, chosen, text: shipped });
    close();
  }
  expect(taken).toBeGreaterThan(seeds / 2);
});
