import { ConfigError, loadConfig } from '@bff/service-shell';
import { corsOrigins } from './cors-origins.ts';

const load = (text: string | undefined) => loadConfig({ origins: corsOrigins() }, { CORS_ORIGINS: text }).origins;

it('are none unless they are named', () => {
  expect(load(undefined)).toEqual([]);
  expect(load(' ')).toEqual([]);
});

it.each([
  ['https://shop.example', ['https://shop.example']],
  ['http://localhost:5173, https://shop.example:8443', ['http://localhost:5173', 'https://shop.example:8443']],
  ['http://[::1]:3000', ['http://[::1]:3000']],
])('are read from %j', (text, origins) => {
  expect(load(text)).toEqual(origins);
});

it.each([
  '*',
  'null',
  'shop.example',
  'https://shop.example/',
  'https://shop.example/path',
  'https://Shop.example',
  'https://shop.example:443',
  'https://*.example',
  'ftp://shop.example',
  'https://a.example,,https://b.example',
  'https://user@shop.example',
])('%j stops the start', (text) => {
  expect(() => load(text)).toThrow(ConfigError);
});
