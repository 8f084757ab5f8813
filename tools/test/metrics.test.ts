import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../src/running/running-command.ts';
import { type WholeSystem, startWholeSystem } from '../src/running/whole-system.ts';

let system: WholeSystem;
beforeAll(async () => {
  system = await startWholeSystem({ LOG_LEVEL: 'fatal' });
}, 60_000);
afterAll(() => system.close());

/** Of the process, by prom-client. */
const ofTheProcess = /^(process|nodejs)_/;

/** Name and type of each metric as docs/metrics.md has it. */
function documented(): string[] {
  const text = readFileSync(path.join(root, 'docs/metrics.md'), 'utf8');
  return [...text.matchAll(/^\| `(\w+)`\s*\| (\w+)/gm)].map(([, name, type]) => `${name} ${type}`).toSorted();
}

async function shown(app: string): Promise<string[]> {
  const text = await (await fetch(`${system.adminUrl(app)}/metrics`)).text();
  const all = [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name, type]) => `${name} ${type}`);
  return all.filter((metric) => !ofTheProcess.test(metric)).toSorted();
}

it.each(['mobile-bff', 'web-bff', 'graphql-bff'])(
  '%s shows what docs/metrics.md says, and nothing else',
  async (app) => {
    expect(documented().length).toBeGreaterThan(20);
    expect(await shown(app)).toEqual(documented());
  },
);
