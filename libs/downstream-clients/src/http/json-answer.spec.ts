import { z } from 'zod';
import { ContractBreach } from './contract-breach.ts';
import { readJson } from './json-answer.ts';

const schema = z.object({ id: z.string(), lines: z.array(z.object({ price: z.int() })) });
const good = JSON.stringify({ id: 'a', lines: [{ price: 1 }], added: 'later' });

const read = (body: string, headers: Record<string, unknown> = { 'content-type': 'application/json' }) =>
  readJson({ status: 200, headers, body }, schema);

describe('readJson', () => {
  it('gives what the schema knows and drops what it does not', () => {
    expect(read(good)).toEqual({ id: 'a', lines: [{ price: 1 }] });
  });

  it.each([
    'application/json',
    'Application/JSON; charset=utf-8',
    'application/problem+json',
    'application/vnd.shop.v2+json',
  ])('takes %s for JSON', (type) => {
    expect(read(good, { 'content-type': type })).toBeDefined();
  });

  it.each([
    'text/html',
    'text/json',
    'application/jsonp',
    'application/json-seq',
    'xapplication/json',
    undefined,
    ['application/json', 'text/html'],
  ])('does not take %j for JSON, whatever the body looks like', (type) => {
    expect(() => read(good, { 'content-type': type })).toThrow(new ContractBreach('the content type is not JSON'));
  });

  it('refuses an encoded body, which was not asked for', () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    expect(() => read(good, headers)).toThrow('the body is encoded, unasked');
    expect(read(good, { ...headers, 'content-encoding': 'identity' })).toBeDefined();
  });

  it('does not quote a body that is not JSON', () => {
    const act = () => read('{"id": "4111 1111 1111 1111", oops');
    expect(act).toThrow(new ContractBreach('the body is not JSON'));
  });

  it('names the offending fields, not their values', () => {
    const act = () => read(JSON.stringify({ id: 'secret', lines: [{ price: 'secret' }, { price: 1.5 }] }));
    expect(act).toThrow(
      new ContractBreach('the body breaks the contract at lines.0.price (invalid_type), lines.1.price (invalid_type)'),
    );
  });

  it('names three of many', () => {
    const lines = Array.from({ length: 10 }, () => ({}));
    expect(() => read(JSON.stringify({ id: 'a', lines }))).toThrow(/lines\.2\.price \(invalid_type\) and 7 more$/);
  });

  it.each(['null', '[]', '"text"', ''])('refuses %j', (body) => {
    expect(() => read(body)).toThrow(ContractBreach);
  });
});
