import { inventoryOperations, orderOperations } from '@bff/contracts';
import { readOperation } from './read-operation.ts';

describe('readOperation', () => {
  it('puts the parameters of the path into the path', () => {
    const getOrder = readOperation(orderOperations.getOrder);
    expect(getOrder.target({ orderId: 'ord_1' })).toBe('/orders/ord_1');
    expect(getOrder.name).toBe('getOrder');
    expect(getOrder.notFound).toBe(orderOperations.getOrder.errors[404]);
    expect(getOrder.forbidden).toBe(orderOperations.getOrder.errors[403]);
  });

  it('puts the others into the query', () => {
    const listOrders = readOperation(orderOperations.listOrders);
    expect(listOrders.target({ userId: 'usr_1', limit: 3, cursor: undefined })).toBe('/orders?userId=usr_1&limit=3');
    expect(listOrders.notFound).toBeUndefined();
  });

  it('keeps the path of the contract', () => {
    const getItems = readOperation(inventoryOperations.getItems);
    expect(getItems.target({ sku_codes: ['SKU-1', 'SKU-2'] })).toBe('/api/v2/items?sku_codes=SKU-1,SKU-2');
  });

  it.each(['..', '.', ''])('refuses %j as a path parameter', (orderId) => {
    expect(() => readOperation(orderOperations.getOrder).target({ orderId })).toThrow(TypeError);
  });

  it('does not compile without a path parameter, or with a name that the contract does not know', () => {
    const getOrder = readOperation(orderOperations.getOrder);
    // @ts-expect-error orderId is missing
    expect(() => getOrder.target({})).toThrow(new TypeError('the path parameter orderId is missing'));
    // @ts-expect-error the contract calls it limit
    readOperation(orderOperations.listOrders).target({ userId: 'usr_1', pageSize: 3 });
  });

  it('does not compile for an operation that writes', () => {
    // @ts-expect-error only a GET is a read
    expect(readOperation({ ...orderOperations.getOrder, method: 'POST' })).toBeDefined();
  });
});
