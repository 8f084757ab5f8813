import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInterface } from './run-interface.ts';
import { root } from '../src/running/running-command.ts';

const openapi = (cwd: string, ...args: readonly string[]) => runInterface('openapi', cwd, ...args);

it('what is committed here is what the code gives', async () => {
  const { code, text } = await openapi(root, 'check');
  // Shows the differences when there are any.
  expect(text).toMatch(/^mobile-bff, .*documents and client types are what the code gives\n$/);
  expect(code).toBe(0);
});

describe('in a workspace with one app', () => {
  let workspace: string;
  beforeEach(() => {
    workspace = mkdtempSync(path.join(tmpdir(), 'openapi-'));
  });
  afterEach(() => rmSync(workspace, { recursive: true }));

  const snapshot = 'apps/shop-bff/openapi.json';
  const types = 'libs/client/src/generated/shop.ts';
  const changelog = 'apps/shop-bff/openapi-changes.md';
  const read = (file: string) => readFileSync(path.join(workspace, file), 'utf8');

  /** The app's code gives a document whose one answer has these fields. */
  function codeGives(fields: Readonly<Record<string, object>>, description = 'OK'): void {
    const schema = { type: 'object', properties: fields, required: Object.keys(fields) };
    const responses = { 200: { description, content: { 'application/json': { schema } } } };
    const document = {
      openapi: '3.1.1',
      info: { title: 'Shop', version: '1.0.0' },
      paths: { '/v1/shop': { get: { operationId: 'getShop', responses } } },
    };
    mkdirSync(path.join(workspace, 'apps/shop-bff/src'), { recursive: true });
    writeFileSync(
      path.join(workspace, 'apps/shop-bff/src/openapi.ts'),
      `export const document = ${JSON.stringify(document)};`,
    );
  }
  const [text, number] = [{ type: 'string' }, { type: 'integer' }];

  it('writes what is not there, and says when that is no longer what the code gives', async () => {
    codeGives({ name: text });
    expect((await openapi(workspace, 'check')).text).toContain(`${snapshot} is not there.\n${types} is not there.`);

    expect(await openapi(workspace, 'write')).toEqual({ code: 0, text: `wrote ${snapshot}, ${types}\n` });
    expect(JSON.parse(read(snapshot))).toMatchObject({ info: { title: 'Shop' } });
    expect(read(types)).toContain('readonly name: string;');

    codeGives({ name: text, founded: number });
    const { code, text: said } = await openapi(workspace, 'check');
    expect(code).toBe(1);
    expect(said).toContain('clients can bear:\n    - GET /v1/shop, status 200.founded: was added');
    expect(said).toContain(`${types} is not what is made`);
    expect(said).not.toContain('--breaking');
  });

  it('writes what breaks a client only for a reason, which it puts down', async () => {
    codeGives({ name: text, founded: number });
    await openapi(workspace, 'write');
    codeGives({ name: text });
    const [checked, refused] = await Promise.all([openapi(workspace, 'check'), openapi(workspace, 'write')]);
    const told = 'breaks clients:\n    - GET /v1/shop, status 200.founded: was removed';
    expect({ code: checked.code, text: checked.text }).toEqual({ code: 1, text: expect.stringContaining(told) });
    expect({ code: refused.code, text: refused.text }).toEqual({ code: 1, text: expect.stringContaining(told) });
    expect(read(snapshot)).toContain('founded');
    expect(existsSync(path.join(workspace, changelog))).toBe(false);

    expect((await openapi(workspace, 'write', '--breaking', 'Nobody knew it.')).code).toBe(0);
    expect(read(snapshot)).not.toContain('founded');
    expect(read(changelog)).toMatch(
      /^# Changes that broke clients\n\n## \d{4}-\d\d-\d\d\n\nNobody knew it\.\n\n- GET \/v1\/shop, status 200\.founded: was removed\n$/,
    );
  });

  it('tells a change of words from one of the interface', async () => {
    codeGives({ name: text });
    await openapi(workspace, 'write');
    codeGives({ name: text }, 'The shop');
    const { code, text: said } = await openapi(workspace, 'check');
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('differs from the code in words only') });
  });

  it('refuses a document that is none', async () => {
    codeGives({ name: text });
    const file = path.join(workspace, 'apps/shop-bff/src/openapi.ts');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"title":"Shop",', ''));
    const { code, text: said } = await openapi(workspace, 'write');
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('shop-bff is not valid OpenAPI') });
    expect(existsSync(path.join(workspace, snapshot))).toBe(false);
  });
});
