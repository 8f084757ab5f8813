import { ConfigError } from '@bff/service-shell';
import { environmentOverrides, withOverrides } from './environment-overrides.ts';

it('takes what begins with SETTINGS__, key by key, as YAML reads it', () => {
  const env = {
    SETTINGS__services__payment__attemptMs: ' 300 ',
    SETTINGS__compression__on: 'true',
    SETTINGS__name: '"300"',
    SETTINGS__ratio: '0.5 # half',
    SETTINGS__unset: ' ',
    SETTINGS_x: '1',
    PORT: '3001',
  };
  expect(environmentOverrides(env).map(({ path, value }) => [path.join('.'), value])).toEqual([
    ['services.payment.attemptMs', 300],
    ['compression.on', true],
    ['name', '300'],
    ['ratio', 0.5],
  ]);
});

it.each(['{ a: 1 }', '- 1', '[1', '*nowhere'])('refuses %s, naming the variable', (text) => {
  expect(() => environmentOverrides({ SETTINGS__services: text })).toThrow(ConfigError);
  expect(() => environmentOverrides({ SETTINGS__services: text })).toThrow(/^SETTINGS__services:/);
});

describe('put in the place of the file’s values', () => {
  const put = (value: unknown, ...paths: string[]) =>
    withOverrides(
      value,
      paths.map((path) => ({ variable: 'V', path: path.split('.'), value: 1 })),
    );

  it('they replace and add, and leave what was given as it is', () => {
    const file = { page: { deadlineMs: 740, other: 2 } };
    expect(put(file, 'page.deadlineMs', 'services.order.attemptMs')).toEqual({
      page: { deadlineMs: 1, other: 2 },
      services: { order: { attemptMs: 1 } },
    });
    expect(file).toEqual({ page: { deadlineMs: 740, other: 2 } });
  });

  it('they do not hide that the file has something else than a group there', () => {
    expect(put({ page: 7, list: [1] }, 'page.deadlineMs', 'list.0')).toEqual({ page: 7, list: [1] });
    expect(put(null, 'page.deadlineMs')).toBeNull();
  });

  it('they reach nothing that every object has', () => {
    expect(put({}, 'constructor.prototype.polluted', 'toString')).toEqual({
      constructor: { prototype: { polluted: 1 } },
      toString: 1,
    });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
