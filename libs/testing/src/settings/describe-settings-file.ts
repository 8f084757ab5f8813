import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

/** Settings of any BFF. */
interface AnySettings {
  readonly services: Readonly<Record<string, unknown>>;
}

/**
 * The tests of a `config/<app>.yaml` as it ships: its comments agree with the schema, and a part of it is refused.
 * The app brings its own `read`, which checks the text as a start does and throws a `ConfigError`.
 */
export function describeSettingsFile(app: string, read: (text: string, file: string) => AnySettings): void {
  const file = `config/${app}.yaml`;
  const text = readFileSync(resolve(import.meta.dirname, '../../../..', file), 'utf8');

  describe(file, () => {
    it('shows every knob, those that are commented out at their default', () => {
      const settings = read(text, file);
      const uncommented = text.replaceAll(/^( *)#(?=[a-z]\w*: )/gim, '$1');
      expect(uncommented).not.toBe(text);
      expect(parse(uncommented)).toEqual({
        ...settings,
        // The first service shows them for all.
        services: {
          order: settings.services['order'],
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
        expect(() => read(`${cut}\n`, file)).toThrow(expect.objectContaining({ name: 'ConfigError' }));
      }
    });
  });
}
