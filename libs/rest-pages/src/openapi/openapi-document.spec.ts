import { type KeepSpec, pagesOver, view } from '@bff/aggregation';
import { httpStatusOf, sectionCodes } from '@bff/errors';
import { z } from 'zod';
import { get } from '../page-route.ts';
import { type OpenApiOptions, openApiDocument } from './openapi-document.ts';
import { allProblemCodes } from './problem-codes.ts';

const page = pagesOver<object, object>();
const priceSchema = z.object({ amount: z.int(), note: z.string().optional() }).meta({ id: 'Price' });
const section = (keep?: KeepSpec<unknown>) => ({
  load: async () => ({ amount: 1 }),
  view: view(priceSchema, (price: { amount: number }) => price),
  ...(keep && { keep }),
});
const key = () => [];

const pricesPage = page('prices', {
  path: { shopId: z.string().regex(/^shop_\d+$/) },
  query: { day: z.iso.date().meta({ description: 'Which day' }), limit: z.int().max(9).optional() },
})
  .required('plain', section())
  .required('kept', section({ key, staleIfError: '1d' }))
  .optional('spare', section())
  .optional('keptSpare', section({ key, fresh: '90s', staleIfError: '2h', audience: 'everyone' }))
  .optional('brief', { ...section({ key, fresh: '10s' }), needs: ['plain'] });

const routes = [get('/v1/shops/:shopId/prices', pricesPage)];
const documentOf = (options: Partial<OpenApiOptions> = {}): unknown =>
  JSON.parse(
    JSON.stringify(openApiDocument({ title: 'Shop', version: '1.2.3', description: 'Of a shop.', routes, ...options })),
  );

/** Reads a path of keys out of plain JSON. */
const at = (json: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce<unknown>((value, name) => Object.entries(Object(value)).find(([other]) => other === name)?.[1], json);

const operationOf = (document: unknown, path = '/v1/shops/{shopId}/prices') => at(document, 'paths', path, 'get');
const schemaOf = (document: unknown, name: string) => at(document, 'components', 'schemas', name);
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

describe('an operation', () => {
  const operation = operationOf(documentOf());

  it('is named after its page', () => {
    expect(operation).toMatchObject({ operationId: 'getPricesPage', summary: 'Prices page', tags: ['shops'] });
  });

  it('has the parameters of its page, and the preference', () => {
    expect(at(operation, 'parameters')).toEqual([
      { in: 'path', name: 'shopId', required: true, schema: { type: 'string', pattern: '^shop_\\d+$' } },
      expect.objectContaining({ in: 'query', name: 'day', required: true, description: 'Which day' }),
      { in: 'query', name: 'limit', schema: { type: 'integer', maximum: 9 } },
      expect.objectContaining({ in: 'header', name: 'Prefer' }),
      expect.objectContaining({ in: 'header', name: 'X-Client', schema: { type: 'string' } }),
    ]);
  });

  it('wants a token, and the role that its route asks for', () => {
    expect(at(operation, 'security')).toEqual([{ bearerToken: [] }]);
    const support = get('/v1/support/prices/:shopId', pricesPage, { role: 'support', subjectOf: () => undefined });
    const both = documentOf({ routes: [...routes, support] });
    expect(operationOf(both, '/v1/support/prices/{shopId}')).toMatchObject({
      operationId: 'getPricesPageAsSupport',
      security: [{ bearerToken: ['support'] }],
      description: expect.stringContaining('role `support`'),
      tags: ['support'],
    });
  });

  it('tells how long each section may be kept, for people and for machines', () => {
    expect(at(operation, 'description')).toBe(
      [
        'Sections:',
        '',
        '- `plain`: required',
        '- `kept`: required; stale for up to 1 d while it cannot be loaded',
        '- `spare`: may be missing',
        '- `keptSpare`: may be missing; up to 90 s old; stale for up to 2 h more while it cannot be loaded',
        '- `brief`: may be missing; up to 10 s old',
      ].join('\n'),
    );
    expect(at(operation, 'x-sections')).toMatchObject({
      plain: { required: true },
      keptSpare: { required: false, keep: { freshSeconds: 90, staleIfErrorSeconds: 7200, audience: 'everyone' } },
      brief: { needs: ['plain'] },
    });
  });

  it('has entity tags only where the app has them', () => {
    const [without, withTags] = [operation, operationOf(documentOf({ etags: true }))];
    expect(at(without, 'responses', '304')).toBeUndefined();
    expect(at(without, 'responses', '200', 'headers', 'ETag')).toBeUndefined();
    expect(at(withTags, 'responses', '304', 'headers', 'ETag')).toBeDefined();
    expect(at(withTags, 'responses', '304', 'content')).toBeUndefined();
    expect(at(withTags, 'responses', '200', 'headers', 'ETag')).toBeDefined();
    expect(at(withTags, 'parameters')).toContainEqual(expect.objectContaining({ name: 'If-None-Match' }));
  });
});

describe('the body of a page', () => {
  const document = documentOf();
  const body = schemaOf(document, 'PricesPage');

  it('has every section; only one that is optional may be null', () => {
    const data = at(body, 'properties', 'data');
    expect(at(data, 'required')).toEqual(['plain', 'kept', 'spare', 'keptSpare', 'brief']);
    expect(at(data, 'properties')).toMatchObject({
      plain: ref('Price'),
      kept: ref('Price'),
      spare: { anyOf: [ref('Price'), { type: 'null' }] },
      keptSpare: { anyOf: [ref('Price'), { type: 'null' }] },
      brief: { anyOf: [ref('Price'), { type: 'null' }] },
    });
  });

  it('says of each section what may be wrong with it, and nothing else', () => {
    const entries = at(body, 'properties', 'meta', 'properties', 'sections');
    expect(at(entries, 'required')).toBeUndefined();
    expect(at(entries, 'properties')).toEqual({
      kept: ref('StaleSection'),
      spare: ref('FailedSection'),
      keptSpare: ref('StaleOrFailedSection'),
      brief: ref('FailedSection'),
    });
  });

  it('lets members be added later', () => {
    expect(schemaOf(document, 'Price')).toEqual({
      type: 'object',
      properties: { amount: { type: 'integer' }, note: { type: 'string' } },
      required: ['amount'],
    });
  });

  it('never shows an answer as stale', () => {
    const codes = at(schemaOf(document, 'StaleSection'), 'properties', 'code', 'enum');
    expect(codes).toEqual(sectionCodes.filter((code) => code !== 'NOT_FOUND' && code !== 'FORBIDDEN'));
    expect(at(schemaOf(document, 'SectionCode'), 'enum')).toEqual(sectionCodes);
  });
});

describe('problems', () => {
  const document = documentOf();
  const responses = at(operationOf(document), 'responses');
  const narrowed = (status: string) => {
    const name = String(at(responses, status, '$ref')).replace('#/components/responses/', '');
    const content = at(document, 'components', 'responses', name, 'content', 'application/problem+json');
    return at(content, 'schema', 'allOf', '1', 'properties');
  };

  it('have for each status the codes that lead to it', () => {
    for (const code of sectionCodes) {
      expect(at(narrowed(String(httpStatusOf(code))), 'code', 'enum')).toContain(code);
    }
    expect(at(narrowed('504'), 'code', 'enum')).toEqual(['DOWNSTREAM_TIMEOUT']);
    expect(at(narrowed('401'), 'code', 'enum')).toEqual(['UNAUTHENTICATED']);
  });

  it('share one closed list of codes', () => {
    expect(at(schemaOf(document, 'ProblemCode'), 'enum')).toEqual(allProblemCodes);
    expect(allProblemCodes).toEqual(expect.arrayContaining([...sectionCodes]));
  });

  it('say when to try again where the server is what is in the way', () => {
    const unavailable = at(document, 'components', 'responses', 'ServiceUnavailable', 'headers', 'Retry-After');
    expect(unavailable).toEqual({ $ref: '#/components/headers/RetryAfter' });
    expect(at(document, 'components', 'headers', 'RetryAfter', 'required')).toBe(true);
  });

  it('are there once, however many pages there are', () => {
    const other = get('/v1/other', page('other').required('plain', section()));
    const both = documentOf({ routes: [...routes, other] });
    expect(at(operationOf(both, '/v1/other'), 'responses', '503')).toEqual(at(responses, '503'));
  });
});

describe('a document', () => {
  it('says what it is of', () => {
    const document = documentOf({ servers: [{ url: 'https://shop.example' }] });
    expect(document).toMatchObject({
      openapi: expect.stringMatching(/^3\.1\./),
      info: { title: 'Shop', version: '1.2.3', description: expect.stringMatching(/^Of a shop\.\n\n## How to read/) },
      servers: [{ url: 'https://shop.example' }],
      components: { securitySchemes: { bearerToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    });
  });

  it('is the same each time', () => expect(documentOf()).toEqual(documentOf()));

  it('refuses two routes at one path, and two pages of one name', () => {
    expect(() => documentOf({ routes: [...routes, ...routes] })).toThrow('/v1/shops/{shopId}/prices');
    const other = get('/v1/other', page('prices').required('plain', section()));
    expect(() => documentOf({ routes: [...routes, other] })).toThrow('PricesPage');
  });
});
