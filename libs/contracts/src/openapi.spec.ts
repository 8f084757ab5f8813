import {
  inventoryContract,
  openApiOf,
  orderContract,
  paymentContract,
  userContract,
  type OperationContract,
  type ServiceContract,
} from './index.ts';

const contracts: readonly ServiceContract[] = [orderContract, userContract, paymentContract, inventoryContract];

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Reads a path of keys out of plain JSON. */
const at = (json: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), json);

/** Every value of every `key` anywhere in the document. */
function everywhere(json: unknown, key: string): unknown[] {
  if (!isRecord(json)) return [];
  return Object.entries(json).flatMap(([name, value]) => [...(name === key ? [value] : []), ...everywhere(value, key)]);
}

const plainDocumentOf = (contract: ServiceContract): unknown => JSON.parse(JSON.stringify(openApiOf(contract)));

const operationOf = (document: unknown, operation: OperationContract): unknown =>
  at(document, 'paths', operation.path, operation.method.toLowerCase());

describe.each(contracts.map((contract) => [contract.name, contract] as const))(
  'the OpenAPI document of %s',
  (_, contract) => {
    const document = plainDocumentOf(contract);
    const operations: OperationContract[] = Object.values(contract.operations);

    it('is OpenAPI 3.1 with a title and a version', () => {
      expect(at(document, 'openapi')).toMatch(/^3\.1\.\d+$/);
      expect(at(document, 'info')).toMatchObject({ title: contract.title, version: contract.version });
    });

    it.each(operations.map((operation) => [operation.name, operation] as const))('has %s', (name, operation) => {
      const described = operationOf(document, operation);
      expect([at(described, 'operationId'), at(described, 'x-operations')].flat()).toContain(name);
      expect(at(described, 'responses', '200', 'content', 'application/json', 'schema')).toBeDefined();
      for (const [status, error] of Object.entries(operation.errors)) {
        expect(at(described, 'responses', status, 'content', error.mediaType, 'schema')).toBeDefined();
      }
    });

    it.each(operations.map((operation) => [operation.name, operation] as const))(
      'declares every parameter of %s',
      (_name, operation) => {
        const parameters = at(operationOf(document, operation), 'parameters') ?? [];
        const declared = Array.isArray(parameters) ? parameters.map((p) => `${at(p, 'in')} ${at(p, 'name')}`) : [];
        const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, field]) => `path ${field}`);
        const inQuery = Object.keys(operation.query?.shape ?? {}).map((field) => `query ${field}`);
        expect(declared).toEqual(expect.arrayContaining([...inPath, ...inQuery]));
      },
    );

    it('refers only to components that are there', () => {
      const references = everywhere(document, '$ref');
      expect(references.length).toBeGreaterThan(0);
      for (const reference of references) {
        expect(String(reference)).toMatch(/^#\//);
        expect(at(document, ...String(reference).slice(2).split('/'))).toBeDefined();
      }
    });

    it('names each operation once', () => {
      const ids = everywhere(document, 'operationId');
      expect(new Set(ids).size).toBe(ids.length);
    });
  },
);

describe('an OpenAPI document', () => {
  it('lets a service add fields to its answers', () => {
    const order = at(plainDocumentOf(orderContract), 'components', 'schemas', 'Order');
    expect(order).toMatchObject({ type: 'object' });
    expect(order).not.toHaveProperty('additionalProperties');
  });

  it('refuses unknown fields in what is sent', () => {
    const request = at(plainDocumentOf(userContract), 'components', 'schemas', 'TokenRequest');
    expect(request).toMatchObject({ additionalProperties: false });
  });

  it('requires a parameter of a shared path only where all operations there do', () => {
    const parameters = at(plainDocumentOf(orderContract), 'paths', '/orders', 'get', 'parameters');
    expect(parameters).not.toContainEqual(expect.objectContaining({ required: true }));
    expect(parameters).toContainEqual(expect.objectContaining({ name: 'ids', style: 'form', explode: false }));
    const skus = at(plainDocumentOf(inventoryContract), 'paths', '/api/v2/stock', 'get', 'parameters');
    expect(skus).toEqual([expect.objectContaining({ name: 'sku_codes', required: true })]);
  });

  it.each<[number, string, string, ServiceContract]>([
    [100, 'ids', '/orders', orderContract],
    [100, 'ids', '/users', userContract],
    [100, 'orderIds', '/payments', paymentContract],
    [300, 'sku_codes', '/api/v2/items', inventoryContract],
    [300, 'sku_codes', '/api/v2/stock', inventoryContract],
  ])('says that up to %i %s may be asked of %s', (maxItems, name, path, contract) => {
    expect(at(plainDocumentOf(contract), 'paths', path, 'get', 'parameters')).toContainEqual(
      expect.objectContaining({
        name,
        description: `Ids separated by commas, 1 to ${maxItems}`,
        schema: expect.objectContaining({ minItems: 1, maxItems }),
      }),
    );
  });
});

describe.each(contracts)('references of the $name service', (contract) => {
  // A named object with a description of its own becomes a reference that also forbids every property.
  it('forbid nothing beside what they refer to', () => {
    const odd: unknown[] = [];
    const look = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      if ('$ref' in node && 'additionalProperties' in node) odd.push(node);
      Object.values(node).forEach(look);
    };
    look(openApiOf(contract));
    expect(odd).toEqual([]);
  });
});
