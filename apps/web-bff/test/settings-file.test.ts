import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigError, parseYaml, readYamlText } from '@bff/service-shell';
import { settingsSchema } from '../src/settings.ts';

const file = 'config/web-bff.yaml';
const text = readFileSync(resolve(import.meta.dirname, '../../..', file), 'utf8');

it('shows every knob, those that are commented out at their default', () => {
  const { services, ...shared } = parseYaml(text, settingsSchema, file);
  const uncommented = text.replaceAll(/^( *)#(?=[a-z]\w*: )/gim, '$1');
  expect(uncommented).not.toBe(text);
  expect(readYamlText(uncommented, file).value).toEqual({
    ...shared,
    // The first service shows them for all.
    services: {
      order: services.order,
      user: expect.anything(),
      payment: expect.anything(),
      inventory: expect.anything(),
    },
  });
});

it('cannot be mistaken for a whole one when it was cut after any of its lines', () => {
  const lines = text.trimEnd().split('\n');
  for (let count = 0; count < lines.length; count++) {
    const cut = lines.slice(0, count).join('\n');
    expect(() => parseYaml(`${cut}\n`, settingsSchema, file)).toThrow(ConfigError);
  }
});
